import { createItemReader, identify, parseDay, readDirections, readFhirDosage } from "@concord/core";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { readRecords } from "../read-records.ts";
import { readRows } from "./read-rows.ts";
import type { NotUsedRow, RowBatch, RowsRead, UsedRow } from "./row-types.ts";

const folder = mkdtempSync(join(tmpdir(), "concord-rows-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HEADER =
  "person,birth_year,sex,registered_date,issue_date,product_code,product_name,quantity,quantity_unit,directions,kind,prescriber,status";
const ROWS = [
  `P1,1950,F,2001-02-03,2026-01-05,,Morphine 10mg modified-release tablets,56,tablet,"ONE, TWICE A DAY",repeat,Dr Ahmed,issued`,
  `P2,1960,M,,2026-01-06,,Paracetamol 500mg tablets,100,tablet,TWO FOUR TIMES A DAY,acute,Dr Bell,issued`,
  `P1,1950,F,2001-02-03,2026-02-02,,Morphine 10mg modified-release tablets,56,tablet,"ONE, TWICE A DAY",repeat,Dr Ahmed,cancelled`,
  `P3,,,,2026-02-30,,Codeine 30mg tablets,28,tablet,ONE DAILY,acute,,issued`,
  `P3,,,,03/02/2026,,Codeine 30mg tablets,28,tablet,"say ""one"" é",acute,,issued`,
  `${"x".repeat(201)},,,,2026-02-03,,Codeine 30mg tablets,28,tablet,ONE DAILY,acute,,issued`,
  `P4,,,,2026-02-04,,Codeine 30mg tablets,28,tablet,"ONE "DAILY",acute,,issued`,
  `P4,,,,2026-02-04`,
  `P5,,,,2099-01-01,,Codeine 30mg tablets,28,tablet,ONE DAILY,acute,,issued`,
  `P6,,,,2026-02-04,,Morphine tablets,28,tablet,ONE DAILY,acute,,issued`,
];
const readItem = createItemReader({ table: "uk", identify, readDirections, readFhirDosage });
const latestDay = parseDay("2026-03-01");

const fileOf = (name: string, bytes: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};

interface All {
  readonly batches: RowBatch[];
  readonly used: UsedRow[];
  readonly notUsed: NotUsedRow[];
  readonly read: RowsRead;
}

const all = async (path: string, after = 0): Promise<All> => {
  const batches: RowBatch[] = [];
  const read = await readRows(path, { readItem, latestDay, after, onBatch: async (batch) => void batches.push(batch) });
  return {
    batches,
    used: batches.flatMap(({ used }) => used),
    notUsed: batches.flatMap(({ notUsed }) => notUsed),
    read,
  };
};

const small = fileOf("small.csv", `${HEADER}\r\n${ROWS.join("\r\n")}\r\n`);

test("every row is handed on once, as it stands, with what became of it", async () => {
  const { used, notUsed, read } = await all(small);
  expect(read).toEqual({
    found: { format: "practice-extract", header: HEADER.split(","), parts: [], notRead: [] },
    remarks: [],
    failed: null,
  });
  expect(used.map(({ seq, row, raw }) => [seq, row, raw])).toEqual([1, 2, 5, 10].map((n) => [n, n + 1, ROWS[n - 1]]));
  expect(notUsed.map(({ seq, fate, reason, raw }) => [seq, fate, reason, raw])).toEqual(
    (
      [
        [3, "set-aside", "cancelled"],
        [4, "refused", "date-not-valid"],
        [6, "refused", "person-too-long"],
        [7, "refused", "quote-misplaced"],
        [8, "refused", "too-few-cells"],
        [9, "set-aside", "future-dated"],
        [10, "refused", "strength-not-certain"],
      ] as const
    ).map(([seq, fate, reason]) => [seq, fate, reason, ROWS[seq - 1]]),
  );
});

test("unwatched medicines and refused products are handed on with their person", async () => {
  const { used, batches } = await all(small);
  expect(used[1]!.person).toBe("P2");
  expect(batches[0]!.people).toContainEqual({ reference: "P2", birthYear: 1960, sex: "male", registered: null });
  expect(used[1]!.reading.identification.kind).toBe("not-watched");
  expect(used[3]!.reading.identification.kind).toBe("refused");
  expect(used[2]!.reading.item.directions).toEqual({ kind: "text", text: 'say "one" é' });
});

test("a refused row of an opioid says whose it is, of when and of what", async () => {
  const { notUsed } = await all(small);
  expect(notUsed.filter(({ of }) => of !== null).map(({ seq, of }) => [seq, of])).toEqual([
    [4, { person: "P3", day: null, product: "Codeine 30mg tablets" }],
    [8, { person: "P4", day: parseDay("2026-02-04"), product: "Codeine 30mg tablets" }],
  ]);
});

test("counts agree with the account of the same file, but for a reference that no store keeps", async () => {
  const { batches } = await all(small);
  const sum = (pick: (batch: RowBatch) => number) => batches.reduce((total, batch) => total + pick(batch), 0);
  const records = await readRecords([small], { readItem, latestDay });
  records.close();
  const { rowsRead, used, setAside, refused } = records.account;
  expect(batches.at(-1)!.lastSeq).toBe(rowsRead);
  expect([
    sum(({ counts }) => counts.used),
    sum(({ counts }) => counts.setAside),
    sum(({ counts }) => counts.refused),
  ]).toEqual([used.total - 1, setAside.total, refused.total + 1]);
});

const many = `${HEADER}\n${Array.from({ length: 40_000 }, (_, i) => ROWS[i % 2]!.replace(/^P/, `P${i}-`)).join("\n")}\n`;

test("a long file comes in batches, compressed or not, and goes on after any row", async () => {
  const path = fileOf("many.csv.gz", gzipSync(many));
  const whole = await all(path);
  expect(whole.batches.length).toBeGreaterThan(5);
  expect(whole.used.map(({ seq }) => seq)).toEqual(Array.from({ length: 40_000 }, (_, i) => i + 1));
  const from = whole.batches[2]!.lastSeq + 7;
  const rest = await all(path, from);
  expect(rest.used).toEqual(whole.used.slice(from));
  expect(rest.batches.reduce((sum, { counts }) => sum + counts.used, 0)).toBe(40_000 - from);
});

test("what stops the taker stops the reading, also where it looks like a fault of a file", async () => {
  const fault = Object.assign(new Error("connection lost"), { code: "ECONNRESET", syscall: "read" });
  const reading = readRows(small, { readItem, latestDay, onBatch: () => Promise.reject(fault) });
  await expect(reading).rejects.toBe(fault);
});

test("a file that cannot be read to its end hands on what stands before the damage", async () => {
  const cut = fileOf("cut.csv.gz", gzipSync(many).subarray(0, -2000));
  const { used, read } = await all(cut);
  expect(used.length).toBeGreaterThan(1000);
  expect(read.failed).toMatchObject({ code: "damaged", at: { row: used.length } });
});

test.each([
  ["empty", "", "empty"],
  ["text", "once upon a time", "not-a-known-format"],
  ["other columns", "person,issue_date,note\n1,2026-01-01,x\n", "columns-missing"],
])("%s is no extract", async (_, text, code) => {
  expect((await all(fileOf("other", text))).read.failed?.code).toBe(code);
});
