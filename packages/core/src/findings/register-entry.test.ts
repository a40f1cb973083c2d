import { describe, expect, test } from "vitest";
import { companionReading, issue, on, reading, unwatchedReading } from "../exposure/reading.fixture.ts";
import type { Issue } from "../exposure/types.ts";
import { FINDING_CODES } from "./finding-codes.ts";
import { registerEntry, type RegisterSettings } from "./register-entry.ts";
import { FINDING_RULES } from "./rules.ts";

const NOBODY = { birthYear: null, sex: null, registered: null };
const entry = (issues: readonly Issue[], day: string, settings?: RegisterSettings) =>
  registerEntry("p1", NOBODY, issues, on(day), "uk", settings);

describe("registerEntry", () => {
  test("is the line that the command line prints", () => {
    expect(entry([issue("2026-01-01", {}, { row: 2 })], "2026-01-10")).toEqual({
      person: "p1",
      on: "2026-01-10",
      directed: { min: 20, max: 20 },
      supplied: 6.222222,
      current: true,
      table: "uk",
      atLeast: false,
      since: "2026-01-01",
      findings: [],
      medicines: ["morphine  tablets"],
      bySubstance: [{ substance: "morphine", directed: { min: 20, max: 20 }, supplied: 6.222222 }],
      unconverted: [],
    });
  });

  test("says at least beside a refused row of an opioid, of no known day or a recent one", () => {
    const row = { file: "a.csv", row: 7, product: "OxyContin 40mg tablets", because: "no date of issue" };
    const at = (day: string | null) => [{ ...row, day: day === null ? null : on(day) }];
    const own = [issue("2026-01-01")];
    expect(entry(own, "2026-01-10", { refusedRows: at(null) })).toMatchObject({
      directed: { min: 20, max: 20 },
      atLeast: true,
      unconverted: [{ product: row.product, problem: { code: "row-refused", detail: "no date of issue (row 7)" } }],
    });
    expect(entry(own, "2026-01-10", { refusedRows: at("2025-10-01") })?.atLeast).toBe(true);
    expect(entry(own, "2026-01-10", { refusedRows: at("2025-01-01") })?.atLeast).toBe(false);
    expect(entry(own, "2026-01-10", { refusedRows: at("2026-02-01") })?.atLeast).toBe(false);
    expect(entry([], "2026-01-10", { refusedRows: at(null) })).toMatchObject({
      directed: { min: 0, max: 0 },
      supplied: 0,
      atLeast: true,
      since: null,
    });
  });

  test.each([
    ["an instruction of this practice", issue("2026-01-01"), true],
    ["one whose directions cannot be read", issue("2026-01-01", { directionsRefused: true }), true],
    ["an opioid whose product is refused", issue("2026-01-01", { productRefused: true }), true],
    ["as needed, at least none", issue("2026-01-01", { perDay: [0, 24] }), true],
    ["an opioid recorded elsewhere", issue("2026-01-01", {}, { kind: "elsewhere" }), false],
    ["maintenance treatment", issue("2026-01-01", { use: "maintenance" }), false],
    ["a supply of no known quantity that is used up", issue("2025-11-20", { supplied: null, runOutDays: 7 }), false],
  ])("%s: with an opioid current is %3$s", (_name, it, current) => {
    expect(entry([it], "2026-01-10")?.current).toBe(current);
  });

  test("is 0 to 0 when nothing is current, with the last episode's first day", () => {
    expect(entry([issue("2025-01-01")], "2026-01-10")).toMatchObject({
      directed: { min: 0, max: 0 },
      supplied: 0,
      since: "2025-01-01",
      atLeast: false,
    });
  });

  test("counts 60 mg three times a day as exactly 180", () => {
    expect(entry([issue("2026-01-01", { perDay: 180 })], "2026-01-01")?.directed).toEqual({ min: 180, max: 180 });
  });

  test.each([
    ["a refused product", issue("2026-01-01", { productRefused: true, substance: "codeine" }), true],
    ["a missing quantity", issue("2026-01-01", { supplied: null }), true],
    ["unreadable directions", issue("2026-01-01", { directionsRefused: true }), true],
    ["methadone for pain", issue("2026-01-01", { substance: "methadone", noFactor: true }), true],
    ["an opioid recorded elsewhere", issue("2026-01-01", {}, { kind: "elsewhere" }), true],
    ["maintenance treatment", issue("2026-01-01", { use: "maintenance" }), false],
  ])("%s puts a person on the register", (_name, it, atLeast) => {
    expect(entry([it], "2026-01-01")).toMatchObject({ person: "p1", atLeast });
  });

  test("says each refused part once, with what it is", () => {
    const methadone = { substance: "methadone", noFactor: true } as const;
    const found = entry([issue("2026-01-01", methadone), issue("2026-01-05", methadone)], "2026-01-06");
    expect(found?.unconverted).toEqual([
      { substance: "methadone", product: "methadone  tablets", problem: { code: "no-factor", detail: "methadone" } },
    ]);
  });

  test("leaves out a person without any opioid issue", () => {
    const others = [
      issue("2026-01-01", companionReading("z-drug", "zopiclone")),
      issue("2026-01-01", unwatchedReading()),
    ];
    expect(entry(others, "2026-01-01")).toBeNull();
    expect(entry([], "2026-01-01")).toBeNull();
  });

  test("keeps a person whose only opioid comes after the day", () => {
    expect(entry([issue("2026-02-01")], "2026-01-01")).toMatchObject({ directed: { min: 0, max: 0 }, since: null });
  });

  test("gives findings in the fixed order, evidence beside the code", () => {
    const issues = [
      issue("2026-01-01", { substance: "codeine" }),
      issue("2026-01-01", { perDay: 120 }),
      issue("2026-01-01", companionReading("benzodiazepine", "diazepam")),
    ];
    const found = entry(issues, "2026-01-02")?.findings ?? [];
    expect(found.map(({ code }) => code)).toEqual(["high-dose", "more-than-one-opioid", "opioid-with-benzodiazepine"]);
    expect(found[0]).toMatchObject({ directedMaxMgPerDay: 140, at120: true });
  });

  test("takes settings for the reckoning and for each finding", () => {
    const issues = [issue("2026-01-01", { perDay: 50 })];
    expect(entry(issues, "2026-01-30", { exposure: { graceDays: 0 } })?.directed.max).toBe(0);
    expect(entry(issues, "2026-01-02", { findings: { "high-dose": { mgPerDay: 50 } } })?.findings).toMatchObject([
      { code: "high-dose", title: "Dose at or above 50 mg a day" },
    ]);
  });

  test("never mixes factor tables", () => {
    const other = { ...reading(), table: "cdc-2022" as const };
    expect(() => entry([issue("2026-01-01", other)], "2026-01-01")).toThrow("tables never mix");
  });
});

describe("FINDING_RULES", () => {
  test("titles stand with their default thresholds", () => {
    expect(FINDING_RULES[0]).toMatchObject({ title: "Dose at or above 90 mg a day", defaults: { mgPerDay: 90 } });
  });

  test("names every code once, each with a title and a source that says something", () => {
    const codes = FINDING_RULES.map(({ code }) => code);
    expect(codes).toEqual(FINDING_CODES);
    expect([codes.length, new Set(codes).size]).toEqual([17, 17]);
    for (const { title, source } of FINDING_RULES) {
      expect(title).toMatch(/^[A-Z].{8,}/);
      expect(source.kind === "published" ? `${source.key} ${source.citation} ${source.url}` : source.why).toMatch(
        /.{20,}/,
      );
    }
  });
});
