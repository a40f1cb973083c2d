import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { fieldsOf, withPractice, type Practice } from "./synthetic-practice.fixture.ts";
import { CSV_HEADER } from "./write/practice-csv.ts";
import { writeTwin } from "./write-twin.ts";

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");
const hashes = ({ written, read }: Practice): string[] => written.files.map((file) => hash(read(file)));

test("the same seed gives the same bytes, another seed others", async () => {
  const first = await withPractice({ people: 200, seed: 5 }, hashes);
  expect(await withPractice({ people: 200, seed: 5 }, hashes)).toEqual(first);
  const other = await withPractice({ people: 200, seed: 6 }, hashes);
  other.forEach((value, nth) => expect(value).not.toBe(first[nth]));
});

test("a person is the same in a bigger practice", async () => {
  const rows = ({ read }: Practice): string[] =>
    read("practice.csv")
      .split("\n")
      .filter((line) => line.startsWith("SYN-000026,"));
  const small = await withPractice({ people: 30, seed: 1, formats: ["csv"] }, rows);
  expect(small.length).toBeGreaterThan(0);
  expect(await withPractice({ people: 90, seed: 1, formats: ["csv"] }, rows)).toEqual(small);
});

test("every row of the extract is well formed, within its years, and after the person joined", async () => {
  await withPractice({ people: 1500, seed: 2, formats: ["csv"] }, ({ read, written }) => {
    const lines = read("practice.csv").split("\n");
    expect(`${lines[0]}\n`).toBe(CSV_HEADER);
    expect(lines.pop()).toBe("");
    expect(lines.length - 1).toBe(written.rows);
    let before = ["", ""];
    let future = 0;
    for (const line of lines.slice(1)) {
      const fields = fieldsOf(line);
      expect(fields).toHaveLength(13);
      const [
        person = "",
        year = "",
        sex,
        registered = "",
        issued = "",
        code = "",
        name,
        quantity = "",
        ,
        ,
        kind = "",
        prescriber,
        status = "",
      ] = fields;
      expect(person).toMatch(/^SYN-\d{6}$/);
      expect(year).toMatch(/^(19|20)\d\d$/);
      expect(sex).toMatch(/^[FM]$/);
      expect(issued).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(code).toMatch(/^(\d{6,18})?$/);
      expect(name).not.toBe("");
      expect(quantity).toMatch(/^(\d.*)?$/);
      expect(["acute", "repeat", "repeat dispensing", "recorded elsewhere"]).toContain(kind);
      expect(prescriber).toMatch(/^Dr Synthetic [A-H]$/);
      expect(["", "issued", "cancelled", "deleted"]).toContain(status);
      expect(issued >= registered && issued >= "2018-11-20").toBe(true);
      expect(registered.slice(0, 4) >= year).toBe(true);
      expect(person > before[0]! || (person === before[0] && issued >= before[1]!)).toBe(true);
      if (issued > "2026-11-20") future += 1;
      before = [person, issued];
    }
    expect(future).toBeGreaterThan(0);
  });
});

test("each line of the FHIR file is one person's collection bundle, labelled as test data", async () => {
  await withPractice({ people: 120, seed: 3 }, ({ read, written }) => {
    const bundles = read("fhir/bundles.ndjson")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(bundles).toHaveLength(120);
    let requests = 0;
    for (const { resourceType, type, meta, entry } of bundles) {
      expect([resourceType, type, meta.tag[0].code]).toEqual(["Bundle", "collection", "HTEST"]);
      const [patient, ...others] = entry.map((it: { resource: unknown }) => it.resource);
      expect(patient.resourceType).toBe("Patient");
      expect(patient.text.div).toContain("Synthetic");
      for (const request of others) {
        requests += 1;
        expect([request.resourceType, request.intent, request.meta.tag[0].code]).toEqual([
          "MedicationRequest",
          "order",
          "HTEST",
        ]);
        expect(["completed", "cancelled", "entered-in-error"]).toContain(request.status);
        expect(request.subject.reference).toBe(`Patient/${patient.id}`);
        expect(request.dosageInstruction).toHaveLength(1);
      }
    }
    expect(requests).toBe(written.rows);
  });
});

test("formats may be left out", async () => {
  await withPractice({ people: 3, seed: 1, formats: ["csv"] }, ({ written }) =>
    expect(written.files).toEqual(["practice.csv", "README.txt"]),
  );
});

test.each([
  [{ people: 0 }, "people"],
  [{ people: 1.5 }, "people"],
  [{ seed: Number.NaN }, "seed"],
  [{ end: "2026-02-30" }, "end"],
  [{ years: 1 }, "years"],
])("a call that makes no sense is refused: %o", async (wrong, word) => {
  await expect(writeTwin({ people: 1, seed: 1, out: "nowhere", ...wrong })).rejects.toThrow(word);
});
