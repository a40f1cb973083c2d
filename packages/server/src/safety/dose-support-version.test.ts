import { expect, test } from "vitest";
import { changedSince, digestText, doseSupportVersion } from "./dose-support-version.ts";

const now = doseSupportVersion("0.1.0", "uk");

test("is the same each time, and another for another table", () => {
  expect(doseSupportVersion("0.1.0", "uk")).toEqual(now);
  const other = doseSupportVersion("0.1.0", "cdc-2022");
  expect(other.table).not.toBe(now.table);
  expect(other).toMatchObject({ engine: now.engine, thresholds: now.thresholds });
});

test("nothing has changed since it was accepted as it is", () => {
  expect(changedSince(digestText(now), now)).toEqual([]);
});

test.each(["engine", "table", "thresholds"] as const)("another %s asks again", (part) => {
  expect(changedSince(digestText({ ...now, [part]: "0" }), now)).toEqual([part]);
});

test("what cannot be compared has changed", () => {
  expect(changedSince("", now)).toEqual(["engine", "table", "thresholds"]);
});
