import type { DoseEvent } from "@concord/exchange/api";
import { expect, it } from "vitest";
import { dayOf } from "../../words/dates.ts";
import { across } from "./frame.ts";
import { placeEvents, rowsOf } from "./place-events.ts";

const event = (date: string, what: DoseEvent["what"]) => ({
  event: { date, what, product: "Morphine 10mg tablets", prescriber: null },
  says: `${what} morphine`,
});
const over = across(760, dayOf("2020-01-01"), dayOf("2026-11-20"));
const width = (text: string): number => text.length * 7;

it("leaves out what lies before the chart, such as an early registration", () => {
  expect(placeEvents([event("2003-12-15", "registered")], over, width)).toEqual([]);
});

it("shows one sign for changes within a few days, and a start before a change", () => {
  const marks = placeEvents([event("2024-03-01", "changed"), event("2024-03-05", "started")], over, width);
  expect(marks.map((one) => one.event.what)).toEqual(["started"]);
});

it("takes only as many rows for words as it needs", () => {
  expect(rowsOf(placeEvents([], over, width))).toBe(0);
  expect(rowsOf(placeEvents([event("2021-03-01", "started"), event("2025-03-01", "stopped")], over, width))).toBe(1);
  expect(rowsOf(placeEvents([event("2024-03-01", "started"), event("2024-06-01", "stopped")], over, width))).toBe(2);
  const crowd = ["2024-03-01", "2024-05-01", "2024-07-01", "2024-09-01"].map((date) => event(date, "started"));
  expect(rowsOf(placeEvents(crowd, over, width))).toBeGreaterThan(1);
});
