import { describe, expect, test } from "vitest";
import { formatDay } from "../calendar/day.ts";
import { doseOn } from "./dose-on.ts";
import { EXPOSURE_SPECIFICATION, type SpecIssue, type SpecItem } from "./exposure.spec-table.ts";
import { exposureOf } from "./exposure.ts";
import { milligrams } from "./milligrams.ts";
import { issue, on, reading, type Sketch } from "./reading.fixture.ts";
import type { ItemReading } from "./types.ts";

const isPhases = (
  perDay: SpecItem["reads"]["perDay"],
): perDay is readonly (readonly [number | null, number, number])[] => Array.isArray(perDay[0]);

const directedSketch = (perDay: SpecItem["reads"]["perDay"]): Sketch => {
  if (perDay === "no-factor") return { noFactor: true };
  if (perDay === "directions-refused") return { directionsRefused: true };
  return isPhases(perDay) ? { phases: perDay } : { perDay };
};

const readingOf = ({ product, reads }: SpecItem): ItemReading =>
  reading({
    name: product,
    substance: reads.substance,
    release: reads.release,
    id: reads.medicine,
    use: reads.use ?? "analgesic",
    supplied: reads.supplied,
    runOutDays: reads.lastsDays,
    ...directedSketch(reads.perDay),
  });

const issueOf = ({ on: from, item, kind = "repeat", stopped }: SpecIssue) =>
  issue(from, readingOf(item), {
    kind,
    ...(stopped === undefined ? {} : { stopped: { day: on(stopped), told: true } }),
  });

describe.each(EXPOSURE_SPECIFICATION)("$rule: $reason", ({ issues, asked, settings, expect: expected }) => {
  const day = on(asked);

  test("on the day", () => {
    const dose = doseOn(issues.map(issueOf), day, settings);
    expect({
      min: milligrams(dose.directed.min),
      max: milligrams(dose.directed.max),
      supplied: milligrams(dose.inWindow, dose.settings.supplyWindowDays),
      atLeast: dose.atLeast,
      since: dose.episode === null ? null : formatDay(dose.episode.since),
    }).toEqual(expected);
  });

  test("over time", () => {
    const { segments, supply } = exposureOf(issues.map(issueOf), settings);
    const segment = segments.find(({ from, to }) => from <= day && day < to);
    const step = supply.find(({ from, to }) => from <= day && day < to);
    expect([
      milligrams(segment?.directed.min ?? 0),
      milligrams(segment?.directed.max ?? 0),
      milligrams(step?.inWindow ?? 0, 90),
    ]).toEqual([expected.min, expected.max, expected.supplied]);
  });
});
