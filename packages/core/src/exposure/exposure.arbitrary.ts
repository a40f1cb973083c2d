import * as fc from "fast-check";
import { type Day } from "../calendar/day.ts";
import { companionReading, issue, reading, unwatchedReading } from "./reading.fixture.ts";
import { EXPOSURE_DEFAULTS, type ExposureSettings } from "./settings.ts";
import type { Issue } from "./types.ts";

/** Test support: readings that meet every rule, few enough that random issues collide on them. */
export const READINGS = [
  reading({ id: "mst-10", perDay: 20, supplied: 560 }),
  reading({ id: "mst-10", perDay: [20, 40], supplied: 560, runOutDays: 14, name: "morphine mst-10 tablets" }),
  reading({ id: "mst-30", perDay: 60, supplied: 1680 }),
  reading({ id: "mst-30", supplied: null, perDay: 60 }),
  reading({ id: "mst-30", supplied: null, perDay: 60, days: 7 }),
  reading({ id: "mst-30", directionsRefused: true }),
  reading({ id: "oramorph", release: "immediate", perDay: [0, 40], supplied: 200, runOutDays: 5 }),
  reading({
    id: "oramorph",
    release: "immediate",
    phases: [
      [7, 10, 20],
      [null, 20, 40],
    ],
  }),
  reading({
    id: "oramorph",
    release: "immediate",
    phases: [
      [3, 10, 10],
      [4, 5, 5],
    ],
    supplied: 100,
  }),
  reading({ substance: "codeine", release: "immediate", perDay: [0, 24], supplied: 240, runOutDays: 10 }),
  reading({ substance: "codeine", release: "immediate", phases: [[5, 12, 24]], supplied: 240 }),
  reading({ substance: "methadone", noFactor: true }),
  reading({ substance: "methadone", noFactor: true, phases: [[9, 1, 1]] }),
  reading({ productRefused: true, substance: "tramadol", name: "tramadol something" }),
  reading({ productRefused: "not-certain", name: "unclear" }),
  reading({ productRefused: "maintenance", name: "unclear maintenance" }),
  reading({ substance: "buprenorphine", use: "maintenance" }),
  companionReading("benzodiazepine", "diazepam"),
  companionReading("gabapentinoid", "pregabalin", { days: 56 }),
  unwatchedReading(),
];

const START = 20_000;

const someIssue = (days: number): fc.Arbitrary<Issue> =>
  fc
    .record({
      day: fc.nat(days),
      what: fc.constantFrom(...READINGS),
      kind: fc.constantFrom("repeat", "acute", "repeat", "elsewhere" as const),
      row: fc.nat(1_000_000),
      stoppedAfter: fc.option(fc.nat(50), { freq: 4 }),
    })
    .map(({ day, what, kind, row, stoppedAfter }) =>
      issue((START + day) as Day, what, {
        kind,
        row,
        ...(stoppedAfter === null ? {} : { stopped: { day: (START + day + stoppedAfter) as Day, told: true } }),
      }),
    );

/** Issues of one person in any order, over so many days. */
export const someIssues = (days = 200, most = 14): fc.Arbitrary<Issue[]> =>
  fc.array(someIssue(days), { maxLength: most });

export const someSettings: fc.Arbitrary<ExposureSettings> = fc.oneof(
  fc.constant(EXPOSURE_DEFAULTS),
  fc.record({
    supplyWindowDays: fc.integer({ min: 1, max: 120 }),
    graceDays: fc.nat(40),
    missingQuantityDays: fc.integer({ min: 1, max: 40 }),
    stockpileCapDays: fc.nat(40),
    episodeGapDays: fc.nat(100),
    elsewhereDays: fc.nat(100),
    overlap: fc.constant("replace" as const),
  }),
);

export const FIRST_DAY = START as Day;
