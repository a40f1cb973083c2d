import { describe, expect, test } from "vitest";
import { companionReading, issue } from "../exposure/reading.fixture.ts";
import { evidenceOf } from "./finding.fixture.ts";
import { opioidWithBenzodiazepine } from "./opioid-with-benzodiazepine.ts";
import { opioidWithGabapentinoid } from "./opioid-with-gabapentinoid.ts";
import { opioidWithZDrug } from "./opioid-with-z-drug.ts";

const DIAZEPAM = companionReading("benzodiazepine", "diazepam");
const ZOPICLONE = companionReading("z-drug", "zopiclone");
const PREGABALIN = companionReading("gabapentinoid", "pregabalin");

describe.each([
  ["a benzodiazepine", opioidWithBenzodiazepine, DIAZEPAM, ZOPICLONE, "diazepam"],
  ["a Z-drug", opioidWithZDrug, ZOPICLONE, PREGABALIN, "zopiclone"],
  ["a gabapentinoid", opioidWithGabapentinoid, PREGABALIN, DIAZEPAM, "pregabalin"],
])("opioid with %s", (_name, rule, companion, other, substance) => {
  const opioid = issue("2026-03-01");

  test("both current", () => {
    const found = evidenceOf(rule, [issue("2026-03-05", companion), opioid], "2026-03-10");
    expect(found).toMatchObject({ opioids: ["morphine"], with: [substance] });
    expect(found?.rows.map(({ date }) => date)).toEqual(["2026-03-01", "2026-03-05"]);
  });

  test("neither one alone, nor another class", () => {
    expect(evidenceOf(rule, [opioid], "2026-03-10")).toBeNull();
    expect(evidenceOf(rule, [issue("2026-03-05", companion)], "2026-03-10")).toBeNull();
    expect(evidenceOf(rule, [opioid, issue("2026-03-05", other)], "2026-03-10")).toBeNull();
  });

  test("until the companion's 28 days and 28 days of grace are over", () => {
    const issues = [issue("2026-01-14", companion), opioid];
    expect(evidenceOf(rule, issues, "2026-03-10")).not.toBeNull();
    expect(evidenceOf(rule, issues, "2026-03-11")).toBeNull();
  });

  test("with maintenance treatment and with an opioid recorded elsewhere too", () => {
    const with_ = issue("2026-03-05", companion);
    const maintenance = issue("2026-03-01", { substance: "methadone", use: "maintenance" });
    const elsewhere = issue("2026-03-01", { substance: "oxycodone" }, { kind: "elsewhere" });
    expect(evidenceOf(rule, [with_, maintenance], "2026-03-10")?.opioids).toEqual(["methadone"]);
    expect(evidenceOf(rule, [with_, elsewhere], "2026-03-10")?.opioids).toEqual(["oxycodone"]);
  });
});
