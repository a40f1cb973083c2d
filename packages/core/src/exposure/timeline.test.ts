import { describe, expect, test } from "vitest";
import { exposureOf } from "./exposure.ts";
import { issue, on } from "./reading.fixture.ts";
import { timelineOf } from "./timeline.ts";

describe("timelineOf", () => {
  test("joins both curves into touching rows in mg a day", () => {
    expect(timelineOf(exposureOf([issue("2026-01-01")]))).toEqual([
      {
        from: on("2026-01-01"),
        to: on("2026-02-26"),
        directed: { min: 20, max: 20 },
        supplied: 6.222222,
        bySubstance: [{ substance: "morphine", directed: { min: 20, max: 20 }, supplied: 6.222222 }],
        unconverted: [],
        atLeast: false,
      },
      {
        from: on("2026-02-26"),
        to: on("2026-04-01"),
        directed: { min: 0, max: 0 },
        supplied: 6.222222,
        bySubstance: [{ substance: "morphine", directed: { min: 0, max: 0 }, supplied: 6.222222 }],
        unconverted: [],
        atLeast: false,
      },
    ]);
  });

  test("says at least while an opioid is recorded elsewhere, though there is no dose here", () => {
    const rows = timelineOf(exposureOf([issue("2026-01-01", {}, { kind: "elsewhere" })]));
    expect(rows).toMatchObject([{ directed: { max: 0 }, supplied: 0, atLeast: true, bySubstance: [] }]);
  });

  test("a part refused by both methods is named once", () => {
    const [row] = timelineOf(exposureOf([issue("2026-01-01", { substance: "methadone", noFactor: true })]));
    expect(row?.unconverted).toHaveLength(1);
  });

  test("nothing makes no rows", () => {
    expect(timelineOf(exposureOf([]))).toEqual([]);
  });
});
