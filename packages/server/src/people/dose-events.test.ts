import { exposureOf, parseDay, type Day, type Issue, type IssueKind } from "@concord/core";
import { describe, expect, test } from "vitest";
import { readerByHand } from "../register/reader-by-hand.ts";
import { doseEvents } from "./dose-events.ts";

const read = readerByHand("uk");
const day = (iso: string): Day => parseDay(iso)!;

const issue = (
  date: string,
  product: string,
  directions: string,
  by: string | null = "Dr Ahmed",
  kind: IssueKind = "repeat",
): Issue => ({
  day: day(date),
  kind,
  prescriber: by,
  file: "practice.csv",
  row: 1,
  reading: read(
    {
      product: { name: product, codes: [] },
      directions: { kind: "text", text: directions },
      quantity: "56",
      quantityUnit: "tablet",
      days: null,
    },
    null,
  ),
});

const MORPHINE = "Morphine 10mg modified-release tablets";
const TWICE = "one twice a day";

const told = (issues: readonly Issue[], asOf: string, registered: string | null = null) =>
  doseEvents(exposureOf(issues), issues, registered === null ? null : day(registered), day(asOf)).map(
    ({ date, what, product, prescriber }) => [date, what, product, prescriber],
  );

describe("who started an opioid and who changed it", () => {
  test("an issue that goes on as before is no event; a change is by whoever issued it", () => {
    const issues = [
      issue("2026-01-01", MORPHINE, TWICE),
      issue("2026-01-29", MORPHINE, TWICE, "Dr Bell"),
      issue("2026-02-26", MORPHINE, "two twice a day", "Dr Bell"),
    ];
    expect(told(issues, "2026-03-01")).toEqual([
      ["2026-01-01", "started", MORPHINE, "Dr Ahmed"],
      ["2026-02-26", "changed", MORPHINE, "Dr Bell"],
    ]);
  });

  test("it stopped when supply and grace were over, and starts again after a long gap", () => {
    const issues = [issue("2026-01-01", MORPHINE, TWICE), issue("2026-10-01", MORPHINE, TWICE, null)];
    expect(told(issues, "2026-12-31")).toEqual([
      ["2026-01-01", "started", MORPHINE, "Dr Ahmed"],
      ["2026-02-26", "stopped", MORPHINE, null],
      ["2026-10-01", "started", MORPHINE, null],
      ["2026-11-26", "stopped", MORPHINE, null],
    ]);
    expect(told(issues, "2026-10-02").map(([, what]) => what)).toEqual(["started", "stopped", "started"]);
  });

  test("a short gap is neither a stop nor a start", () => {
    const issues = [issue("2026-01-01", MORPHINE, TWICE), issue("2026-03-20", MORPHINE, TWICE)];
    expect(told(issues, "2026-03-21")).toEqual([["2026-01-01", "started", MORPHINE, "Dr Ahmed"]]);
  });

  test("each substance has its own; one without a number is told of too", () => {
    const methadone = "Methadone 5mg tablets";
    const issues = [issue("2026-01-01", MORPHINE, TWICE), issue("2026-01-05", methadone, TWICE, "Dr Bell")];
    expect(told(issues, "2026-01-06")).toEqual([
      ["2026-01-01", "started", MORPHINE, "Dr Ahmed"],
      ["2026-01-05", "started", methadone, "Dr Bell"],
    ]);
  });

  test("registration and what is supplied elsewhere stand among them, and nothing after the day", () => {
    const issues = [
      issue("2026-01-01", MORPHINE, TWICE, null, "elsewhere"),
      issue("2026-02-01", MORPHINE, TWICE),
      issue("2026-05-01", MORPHINE, "two twice a day"),
    ];
    expect(told(issues, "2026-02-02", "2025-12-01")).toEqual([
      ["2025-12-01", "registered", null, null],
      ["2026-01-01", "elsewhere", MORPHINE, null],
      ["2026-02-01", "started", MORPHINE, "Dr Ahmed"],
    ]);
  });

  test("nobody's opioids make no events", () => {
    expect(told([issue("2026-01-01", "Paracetamol 500mg tablets", TWICE)], "2026-02-01")).toEqual([]);
  });
});
