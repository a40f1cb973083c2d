import { describe, expect, test } from "vitest";
import { explainDose, explainDoseByPart } from "./explain-dose.ts";
import { issue, on, reading, type Sketch } from "./reading.fixture.ts";
import type { Issue } from "./types.ts";

const lines = (issues: readonly Issue[], day: string, settings = {}) =>
  explainDose(issues, on(day), settings).map(({ say, source }) => `${say} [${source}]`);

const MST: Sketch = { name: "MST 10mg tablets" };

describe("explainDose", () => {
  test("can be redone with a pencil", () => {
    const issues = [issue("2025-12-05", MST, { row: 2 }), issue("2026-01-01", MST, { row: 3 })];
    expect(lines(issues, "2026-01-10")).toEqual([
      'MST 10mg tablets, quantity 56 tablet, "one twice a day", issued 1 Jan 2026: its supply lasts 28 days and 1 day carried over from earlier issues, until 30 Jan 2026: current [issues.csv, row 3]',
      "directed, worked out [fixture]",
      "MST 10mg tablets: 20 to 20 mg OME a day [docs/method.md]",
      'MST 10mg tablets, quantity 56 tablet, "one twice a day", issued 5 Dec 2025: replaced by a later issue of the same medicine on 1 Jan 2026: not current [issues.csv, row 2]',
      "As directed, least: 20 mg OME a day; most: 20 mg OME a day [docs/method.md]",
      "As supplied: all issues from 13 Oct 2025 to 10 Jan 2026, 90 days [docs/method.md]",
      "supplied, worked out [fixture]",
      'MST 10mg tablets, quantity 56 tablet, "one twice a day", issued 5 Dec 2025: 560 mg OME [issues.csv, row 2]',
      "supplied, worked out [fixture]",
      'MST 10mg tablets, quantity 56 tablet, "one twice a day", issued 1 Jan 2026: 560 mg OME [issues.csv, row 3]',
      "Issued in the window: 560 + 560 = 1120 mg OME [docs/method.md]",
      "As supplied: 1120 ÷ 90 = 12.444444 mg OME a day [docs/method.md]",
    ]);
  });

  test("comes in parts, which end with what they work out", () => {
    const parts = explainDoseByPart([issue("2026-01-01", MST)], on("2026-01-10"));
    expect(parts.directed.at(-1)?.say).toBe("As directed, least: 20 mg OME a day; most: 20 mg OME a day");
    expect(parts.supplied.at(-1)?.say).toBe("As supplied: 560 ÷ 90 = 6.222222 mg OME a day");
    expect(parts.apart).toEqual([]);
  });

  test("shows the working of one reading once", () => {
    const same = reading(MST);
    const all = lines([issue("2025-12-05", same), issue("2026-01-01", same)], "2026-01-10");
    expect(all.filter((line) => line.startsWith("supplied, worked out"))).toHaveLength(1);
  });

  test("adds what is current at one time", () => {
    const codeine = issue("2026-01-01", { substance: "codeine", perDay: [0, 24] }, { row: 5 });
    expect(lines([codeine, issue("2026-01-01", MST, { row: 4 })], "2026-01-10")).toContain(
      "As directed, least: 20 + 0 = 20 mg OME a day; most: 20 + 24 = 44 mg OME a day [docs/method.md]",
    );
  });

  test("says what stands for an unknown length, and when only grace holds", () => {
    const unknown = issue("2026-01-01", { ...MST, supplied: null }, { row: 7 });
    expect(lines([unknown], "2026-01-29")[0]).toBe(
      'MST 10mg tablets, no quantity, "one twice a day", issued 1 Jan 2026: its supply lasts 28 days, since the record does not say; 28 is the default, until 29 Jan 2026; within the grace of 28 days after it: current [issues.csv, row 7]',
    );
    expect(lines([unknown], "2026-01-28")[0]).not.toContain("grace");
  });

  test("says when an order was stopped, and where nothing tells when", () => {
    const stopped = (told: boolean) => issue("2026-01-01", MST, { row: 7, stopped: { day: on("2026-01-10"), told } });
    expect(lines([stopped(true)], "2026-01-09")[0]).toContain("issued 1 Jan 2026: stopped on 10 Jan 2026: current");
    expect(lines([stopped(true)], "2026-01-10")[0]).toContain("issued 1 Jan 2026: stopped on 10 Jan 2026: not current");
    expect(lines([stopped(false)], "2026-01-10")[0]).toContain(
      "stopped on a day that the record does not tell, taken as 10 Jan 2026, the last day of these records: not current",
    );
    const replaced = [stopped(true), issue("2026-01-05", MST, { row: 8 })];
    expect(lines(replaced, "2026-01-12")[3]).toContain("replaced by a later issue of the same medicine on 5 Jan 2026");
    const late = issue("2026-01-01", MST, { row: 7, stopped: { day: on("2026-04-01"), told: true } });
    expect(lines([late], "2026-03-10")[0]).toContain("over, with any grace, on 26 Feb 2026");
  });

  test("says which day of directions in phases it is, and when a course is over", () => {
    const course = issue(
      "2026-01-01",
      {
        ...MST,
        phases: [
          [2, 10, 10],
          [5, 20, 20],
        ],
      },
      { row: 9 },
    );
    expect(lines([course], "2026-01-03")).toContain(
      "MST 10mg tablets, on day 3 of its directions: 20 to 20 mg OME a day [docs/method.md]",
    );
    expect(lines([course], "2026-01-08")[0]).toBe(
      'MST 10mg tablets, quantity 56 tablet, "one twice a day", issued 1 Jan 2026: its directions end after 7 days, on 8 Jan 2026; over, with any grace, on 8 Jan 2026: not current [issues.csv, row 9]',
    );
  });

  test("names what was refused and what was set apart, and ends with at least", () => {
    const all = lines(
      [
        issue("2026-01-01", { name: "methadone mixture", substance: "methadone", noFactor: true }),
        issue("2026-01-01", { name: "oxycodone tablets", substance: "oxycodone" }, { kind: "elsewhere", row: 11 }),
        issue("2026-01-01", { name: "Espranor", substance: "buprenorphine", use: "maintenance" }, { row: 12 }),
      ],
      "2026-01-10",
    );
    expect(all.slice(-3)).toEqual([
      'oxycodone tablets, quantity 56 tablet, "one twice a day", 1 Jan 2026: recorded elsewhere, set apart: never in the dose [issues.csv, row 11]',
      'Espranor, quantity 56 tablet, "one twice a day", 1 Jan 2026: maintenance treatment, set apart: never in the dose [issues.csv, row 12]',
      "Something was refused or is supplied elsewhere: the dose is at least this [docs/method.md]",
    ]);
    const refused =
      "methadone mixture has no number (no-factor: methadone): left out of the sum, and never counted as 0 [docs/method.md]";
    expect(all.filter((line) => line === refused)).toHaveLength(2);
  });

  test("says plainly that nothing is current", () => {
    expect(lines([issue("2025-01-01")], "2026-01-10")).toEqual([
      "No instruction is current on 10 Jan 2026: 0 to 0 mg OME a day as directed [docs/method.md]",
      "As supplied: all issues from 13 Oct 2025 to 10 Jan 2026, 90 days [docs/method.md]",
      "Issued in the window: 0 mg OME [docs/method.md]",
      "As supplied: 0 ÷ 90 = 0 mg OME a day [docs/method.md]",
    ]);
  });
});
