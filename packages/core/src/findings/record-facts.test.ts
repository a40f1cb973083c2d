import { describe, expect, test } from "vitest";
import { issue, reading } from "../exposure/reading.fixture.ts";
import { evidenceOf } from "./finding.fixture.ts";
import { maintenanceTreatment } from "./maintenance-treatment.ts";
import { noIssueLately } from "./no-issue-lately.ts";
import { patchWearConflict } from "./patch-wear-conflict.ts";
import { recordedElsewhereOnly } from "./recorded-elsewhere-only.ts";
import { unreadableDirections } from "./unreadable-directions.ts";
import { weakOpioidWithBuprenorphineMaintenance } from "./weak-opioid-with-buprenorphine-maintenance.ts";

const DAY = "2026-01-01";

describe("patch with a wear-time conflict", () => {
  const patch = (wearConflict: { statedHours: number; licensedHours: number[] } | null) =>
    issue(DAY, { substance: "fentanyl", release: "transdermal", name: "fentanyl 25 patches", wearConflict });

  test("is found with both intervals", () => {
    expect(evidenceOf(patchWearConflict, [patch({ statedHours: 168, licensedHours: [72] })], DAY)?.patches).toEqual([
      { product: "fentanyl 25 patches", statedHours: 168, licensedHours: [72] },
    ]);
  });

  test("is none where they agree, or once it is no longer current", () => {
    expect(evidenceOf(patchWearConflict, [patch(null)], DAY)).toBeNull();
    expect(evidenceOf(patchWearConflict, [patch({ statedHours: 168, licensedHours: [72] })], "2026-06-01")).toBeNull();
  });
});

describe("recorded elsewhere only", () => {
  const elsewhere = issue(DAY, { substance: "oxycodone" }, { kind: "elsewhere" });

  test("is found for an opioid that the practice does not issue", () => {
    expect(evidenceOf(recordedElsewhereOnly, [elsewhere, issue(DAY)], DAY)).toMatchObject({ opioids: ["oxycodone"] });
  });

  test("is none where the practice issues it too", () => {
    expect(evidenceOf(recordedElsewhereOnly, [elsewhere, issue(DAY, { substance: "oxycodone" })], DAY)).toBeNull();
  });

  test("holds for 90 days", () => {
    expect(evidenceOf(recordedElsewhereOnly, [elsewhere], "2026-03-31")).not.toBeNull();
    expect(evidenceOf(recordedElsewhereOnly, [elsewhere], "2026-04-01")).toBeNull();
  });

  test("holds for a supply that lasts longer, with its grace", () => {
    const long = issue(DAY, { substance: "oxycodone", runOutDays: 84 }, { kind: "elsewhere" });
    expect(evidenceOf(recordedElsewhereOnly, [long], "2026-04-22")).not.toBeNull();
    expect(evidenceOf(recordedElsewhereOnly, [long], "2026-04-23")).toBeNull();
  });
});

describe("maintenance treatment", () => {
  test("is found while it is current, whoever recorded it", () => {
    const methadone = issue(DAY, { substance: "methadone", use: "maintenance" }, { kind: "elsewhere" });
    expect(evidenceOf(maintenanceTreatment, [methadone], "2026-02-25")?.opioids).toEqual(["methadone"]);
    expect(evidenceOf(maintenanceTreatment, [methadone], "2026-02-26")).toBeNull();
  });

  test("is not an opioid for pain", () => {
    expect(evidenceOf(maintenanceTreatment, [issue(DAY)], DAY)).toBeNull();
  });
});

describe("weak opioid with buprenorphine maintenance", () => {
  const find = (...issues: Parameters<typeof evidenceOf>[1]) =>
    evidenceOf(weakOpioidWithBuprenorphineMaintenance, issues, DAY);
  const buprenorphine = issue(DAY, { substance: "buprenorphine", use: "maintenance" });

  test.each(["codeine", "dihydrocodeine", "tramadol"] as const)("%s", (substance) => {
    expect(find(buprenorphine, issue(DAY, { substance }))).toMatchObject({ opioids: [substance] });
  });

  test("none for a strong opioid, for methadone maintenance, or for a patch for pain", () => {
    expect(find(buprenorphine, issue(DAY))).toBeNull();
    expect(
      find(issue(DAY, { substance: "methadone", use: "maintenance" }), issue(DAY, { substance: "codeine" })),
    ).toBeNull();
    expect(find(issue(DAY, { substance: "buprenorphine" }), issue(DAY, { substance: "codeine" }))).toBeNull();
  });
});

describe("unreadable directions", () => {
  test("are shown with the text, the reason and the part that caused it", () => {
    expect(evidenceOf(unreadableDirections, [issue(DAY, { directionsRefused: true })], DAY)?.directions).toEqual([
      { product: "morphine  tablets", text: "as directed", reason: "as-directed", because: "as directed" },
    ]);
  });

  test("are shown where they do not fit the product", () => {
    const misfit = {
      ...reading(),
      directed: {
        status: "refused" as const,
        problem: { code: "unit-does-not-fit" as const, detail: "5 ml of a tablet" },
        steps: [],
      },
    };
    expect(evidenceOf(unreadableDirections, [issue(DAY, misfit, { row: 3 })], DAY)).toEqual({
      directions: [
        {
          product: "morphine  tablets",
          text: "one twice a day",
          reason: "unit-does-not-fit",
          because: "5 ml of a tablet",
        },
      ],
      rows: [{ file: "issues.csv", row: 3, date: DAY, product: "morphine  tablets" }],
    });
  });

  test("are none where they are read, even without a factor", () => {
    expect(evidenceOf(unreadableDirections, [issue(DAY)], DAY)).toBeNull();
    expect(evidenceOf(unreadableDirections, [issue(DAY, { substance: "methadone", noFactor: true })], DAY)).toBeNull();
  });

  test("are none once a later issue can be read", () => {
    const issues = [issue(DAY, { directionsRefused: true }), issue("2026-01-10")];
    expect(evidenceOf(unreadableDirections, issues, "2026-01-10")).toBeNull();
  });
});

describe("no issue lately", () => {
  const long = [issue("2025-01-01", { runOutDays: 62 })];

  test("is found from the first day on which nothing is current, for a year after the last issue", () => {
    expect(evidenceOf(noIssueLately, long, "2025-03-31")).toBeNull();
    expect(evidenceOf(noIssueLately, long, "2025-04-01")).toMatchObject({
      since: "2025-01-01",
      episodeDays: 90,
      lastIssue: "2025-01-01",
      daysSinceLastIssue: 90,
    });
    expect(evidenceOf(noIssueLately, long, "2026-01-01")).not.toBeNull();
    expect(evidenceOf(noIssueLately, long, "2026-01-02")).toBeNull();
  });

  test("is proved by the last day's rows", () => {
    const issues = [
      issue("2025-01-01"),
      issue("2025-01-29", {}, { row: 8 }),
      issue("2025-01-29", { id: "x" }, { row: 7 }),
    ];
    const found = evidenceOf(noIssueLately, issues, "2025-06-01", { thresholds: { episodeDays: 50 } });
    expect(found?.rows.map(({ row }) => row)).toEqual([7, 8]);
  });

  test("is none after an episode of under 90 days", () => {
    expect(evidenceOf(noIssueLately, [issue("2025-01-01", { runOutDays: 61 })], "2025-05-01")).toBeNull();
    expect(evidenceOf(noIssueLately, [issue("2025-01-01", { runOutDays: 63 })], "2025-05-01")).not.toBeNull();
  });
});
