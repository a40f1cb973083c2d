import { formatDay } from "@concord/core";
import { describe, expect, it } from "vitest";
import { dayFromBytes, dayFromText, parseBirthYear, parseRecordDate } from "./dates.ts";

const said = (day: ReturnType<typeof parseRecordDate>) => (day === null ? null : formatDay(day));

describe("dates as practice systems write them", () => {
  it.each([
    ["2026-03-14", "2026-03-14"],
    ["14/03/2026", "2026-03-14"],
    ["4/3/2026", "2026-03-04"],
    ["14-Mar-2026", "2026-03-14"],
    ["14 March 2026", "2026-03-14"],
    ["14-MAR-2026 09:15", "2026-03-14"],
    ["14/03/2026 23:59:59", "2026-03-14"],
    ["2026-03-14T23:59:59.000-11:00", "2026-03-14"],
    ["2026-03-14 00:00:00", "2026-03-14"],
    ["29/02/2024", "2024-02-29"],
    ["29/02/2025", null],
    ["2026-13-01", null],
    ["03/14/2026", null],
    ["14/03/26", null],
    ["14 Foo 2026", null],
    ["2026-03-14 later", null],
    ["2026-3-14", null],
    ["01/01/1900", null],
    ["", null],
  ])("%s is %s", (text, expected) => {
    expect(said(parseRecordDate(text))).toBe(expected);
    const quick = dayFromBytes(Buffer.from(text), 0, text.length);
    if (quick !== undefined) expect(said(quick)).toBe(expected);
  });

  it.each([
    ["2026-03-14", "2026-03-14"],
    ["2026-03-14T00:30:00+01:00", "2026-03-14"],
    ["2026-03", null],
    ["2026", null],
    ["14/03/2026", null],
    ["2026-03-1x", null],
    ["2026-03-145", null],
    ["", null],
  ])("of FHIR, %s is %s, in no time zone", (text, expected) => {
    expect(said(dayFromText(text))).toBe(expected);
  });

  it.each([
    ["1961", 1961],
    ["2024", 2024],
    ["1899", 1899],
    ["1879", null],
    ["61", null],
    ["x", null],
  ])("birth year %s is %s", (text, expected) => {
    expect(parseBirthYear(text)).toBe(expected);
  });
});
