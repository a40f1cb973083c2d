import type { Opioid, Release } from "../medicines/types.ts";
import type { ExposureSettings } from "./settings.ts";
import type { IssueKind } from "./types.ts";

/**
 * The executable specification of the dose over time: issues in, dose on a day out, with the reason. Plain data in
 * mg OME under the UK table. `product`, `directions` and `quantity` are how a record says it; `reads` is what one
 * such item comes to, so that the kernel can be specified by itself.
 */
export interface SpecItem {
  readonly product: string;
  readonly directions: string;
  readonly quantity: string;
  readonly reads: {
    readonly substance: Opioid;
    readonly release: Release;
    readonly medicine: string;
    readonly use?: "maintenance";
    /** Least and most mg OME a day; several phases with their days; or why it was refused. */
    readonly perDay:
      | readonly [min: number, max: number]
      | readonly (readonly [days: number | null, min: number, max: number])[]
      | "no-factor"
      | "directions-refused";
    /** mg OME of the whole quantity; null where it was refused. */
    readonly supplied: number | null;
    readonly lastsDays: number | null;
  };
}

export interface SpecIssue {
  readonly on: string;
  readonly item: SpecItem;
  readonly kind?: IssueKind;
  /** The day from which the order no longer holds. */
  readonly stopped?: string;
}

export interface ExposureCase {
  readonly rule: string;
  readonly issues: readonly SpecIssue[];
  readonly asked: string;
  readonly settings?: Partial<ExposureSettings>;
  /** mg OME a day: directed least and most, and supplied, rounded to six decimals. */
  readonly expect: {
    readonly min: number;
    readonly max: number;
    readonly supplied: number;
    readonly atLeast: boolean;
    readonly since: string | null;
  };
  readonly reason: string;
}

const morphine = (medicine: string, release: Release) => ({ substance: "morphine", release, medicine }) as const;

const MST_10: SpecItem = {
  product: "MST Continus 10mg tablets",
  directions: "one twice a day",
  quantity: "56 tablets",
  reads: { ...morphine("MST 10", "modified"), perDay: [20, 20], supplied: 560, lastsDays: 28 },
};

const MST_30: SpecItem = {
  product: "MST Continus 30mg tablets",
  directions: "one twice a day",
  quantity: "56 tablets",
  reads: { ...morphine("MST 30", "modified"), perDay: [60, 60], supplied: 1680, lastsDays: 28 },
};

const MST_10_TWO: SpecItem = {
  ...MST_10,
  directions: "two twice a day",
  reads: { ...MST_10.reads, perDay: [40, 40], lastsDays: 14 },
};

const MST_10_AS_DIRECTED: SpecItem = {
  ...MST_10,
  directions: "as directed",
  reads: { ...MST_10.reads, perDay: "directions-refused", lastsDays: null },
};

const MST_10_UNCOUNTED: SpecItem = {
  ...MST_10,
  quantity: "",
  reads: { ...MST_10.reads, supplied: null, lastsDays: null },
};

const CODEINE: SpecItem = {
  product: "Codeine 30mg tablets",
  directions: "one or two four times a day when required",
  quantity: "100 tablets",
  reads: {
    substance: "codeine",
    release: "immediate",
    medicine: "codeine 30",
    perDay: [0, 24],
    supplied: 300,
    lastsDays: 13,
  },
};

const TITRATION: SpecItem = {
  product: "MST Continus 10mg tablets",
  directions: "one twice a day for 7 days then two twice a day",
  quantity: "56 tablets",
  reads: {
    ...MST_10.reads,
    perDay: [
      [7, 20, 20],
      [null, 40, 40],
    ],
    lastsDays: 18,
  },
};

const COURSE: SpecItem = {
  product: "Codeine 30mg tablets",
  directions: "one four times a day for 5 days",
  quantity: "28 tablets",
  reads: {
    substance: "codeine",
    release: "immediate",
    medicine: "codeine 30",
    perDay: [[5, 12, 12]],
    supplied: 84,
    lastsDays: 7,
  },
};

const METHADONE: SpecItem = {
  product: "Methadone 5mg tablets",
  directions: "one twice a day",
  quantity: "56 tablets",
  reads: {
    substance: "methadone",
    release: "immediate",
    medicine: "methadone 5",
    perDay: "no-factor",
    supplied: null,
    lastsDays: 28,
  },
};

const MAINTENANCE: SpecItem = {
  product: "Espranor 8mg oral lyophilisates",
  directions: "one daily",
  quantity: "28",
  reads: {
    substance: "buprenorphine",
    release: "immediate",
    medicine: "Espranor 8",
    use: "maintenance",
    perDay: "no-factor",
    supplied: null,
    lastsDays: 28,
  },
};

const on = (day: string, item: SpecItem, kind?: IssueKind): SpecIssue =>
  kind === undefined ? { on: day, item } : { on: day, item, kind };

const dose = (min: number, max: number, supplied: number, since: string | null, atLeast = false) => ({
  min,
  max,
  supplied,
  atLeast,
  since,
});

export const EXPOSURE_SPECIFICATION: readonly ExposureCase[] = [
  {
    rule: "An instruction is current from the day of its issue",
    issues: [on("2026-01-01", MST_10)],
    asked: "2026-01-01",
    expect: dose(20, 20, 6.222222, "2026-01-01"),
    reason: "20 mg a day from the first day; 560 mg in the window, divided by 90.",
  },
  {
    rule: "It is not current before",
    issues: [on("2026-01-01", MST_10)],
    asked: "2025-12-31",
    expect: dose(0, 0, 0, null),
    reason: "Nothing had been issued yet: what comes after the day is not looked at.",
  },
  {
    rule: "Grace",
    issues: [on("2026-01-01", MST_10)],
    asked: "2026-02-25",
    expect: dose(20, 20, 6.222222, "2026-01-01"),
    reason: "28 days of supply end on 28 January; the last of the 28 days of grace is 25 February.",
  },
  {
    rule: "Grace",
    issues: [on("2026-01-01", MST_10)],
    asked: "2026-02-26",
    expect: dose(0, 0, 6.222222, "2026-01-01"),
    reason: "Supply and grace are over. The issue is still within the 90 days of supply.",
  },
  {
    rule: "Grace",
    issues: [on("2026-01-01", MST_10)],
    asked: "2026-01-29",
    settings: { graceDays: 0 },
    expect: dose(0, 0, 6.222222, "2026-01-01"),
    reason: "Without grace the instruction ends when the supply does.",
  },
  {
    rule: "The window of supply is 90 days, both ends in it",
    issues: [on("2026-01-01", MST_10)],
    asked: "2026-03-31",
    expect: dose(0, 0, 6.222222, "2026-01-01"),
    reason: "31 March is the 90th day, the day of issue being the first.",
  },
  {
    rule: "The window of supply is 90 days, both ends in it",
    issues: [on("2026-01-01", MST_10)],
    asked: "2026-04-01",
    expect: dose(0, 0, 0, "2026-01-01"),
    reason: "On the 91st day the issue has left the window.",
  },
  {
    rule: "A later issue of the same medicine replaces the earlier instruction",
    issues: [on("2026-01-01", MST_10), on("2026-01-22", MST_10_TWO)],
    asked: "2026-01-22",
    expect: dose(40, 40, 12.444444, "2026-01-01"),
    reason: "A week early, the new directions take over from their day: 40 mg, not 60 mg. Both supplies count.",
  },
  {
    rule: "Same-day issues all count",
    issues: [on("2026-01-01", MST_10), on("2026-01-01", MST_10_TWO)],
    asked: "2026-01-02",
    expect: dose(60, 60, 12.444444, "2026-01-01"),
    reason: "Two items of one day with different directions are both meant: 20 and 40 mg.",
  },
  {
    rule: "Same-day issues all count",
    issues: [on("2026-01-01", MST_10), on("2026-01-01", MST_10)],
    asked: "2026-01-02",
    expect: dose(40, 40, 12.444444, "2026-01-01"),
    reason: "Identical items of one day count as two: leaving one out would hide a supply.",
  },
  {
    rule: "Different medicines add",
    issues: [on("2026-01-01", MST_10), on("2026-01-01", MST_30), on("2026-01-01", CODEINE)],
    asked: "2026-01-10",
    expect: dose(80, 104, 28.222222, "2026-01-01"),
    reason: "20 and 60 mg, and codeine as needed from 0 to 24 mg; 560, 1680 and 300 mg issued.",
  },
  {
    rule: "An issue of the same substance and release ends the grace of another strength",
    issues: [on("2026-01-01", MST_10), on("2026-02-05", MST_30)],
    asked: "2026-02-05",
    expect: dose(60, 60, 24.888889, "2026-01-01"),
    reason: "The 10 mg tablets ran out on 29 January; the 30 mg tablets took their place, not a place beside them.",
  },
  {
    rule: "An issue of the same substance and release ends the grace of another strength",
    issues: [on("2026-01-01", MST_10), on("2026-01-20", MST_30)],
    asked: "2026-01-28",
    expect: dose(80, 80, 24.888889, "2026-01-01"),
    reason: "While the supply of the 10 mg tablets lasts, both instructions are current.",
  },
  {
    rule: "An issue of the same substance and release ends the grace of another strength",
    issues: [on("2026-01-01", MST_10), on("2026-01-20", MST_30)],
    asked: "2026-01-29",
    expect: dose(60, 60, 24.888889, "2026-01-01"),
    reason: "Once it has run out, it has no grace left.",
  },
  {
    rule: "Days in hand carry over",
    issues: [on("2026-01-01", MST_10), on("2026-01-22", MST_10)],
    asked: "2026-03-25",
    expect: dose(20, 20, 12.444444, "2026-01-01"),
    reason: "Seven days were left: the second supply lasts 35 days until 26 February, and 28 days of grace follow.",
  },
  {
    rule: "Days in hand carry over",
    issues: [on("2026-01-01", MST_10), on("2026-01-22", MST_10)],
    asked: "2026-03-26",
    expect: dose(0, 0, 12.444444, "2026-01-01"),
    reason: "The day after.",
  },
  {
    rule: "At most 28 days carry over",
    issues: [on("2026-01-01", MST_10), on("2026-01-02", MST_10), on("2026-01-03", MST_10), on("2026-01-04", MST_10)],
    asked: "2026-03-28",
    expect: dose(20, 20, 24.888889, "2026-01-01"),
    reason: "28 days of its own, 28 carried over and 28 of grace after 4 January: 28 March is the last day.",
  },
  {
    rule: "At most 28 days carry over",
    issues: [on("2026-01-01", MST_10), on("2026-01-02", MST_10), on("2026-01-03", MST_10), on("2026-01-04", MST_10)],
    asked: "2026-03-29",
    expect: dose(0, 0, 24.888889, "2026-01-01"),
    reason: "The 81 days then left are not carried on: the cap holds.",
  },
  {
    rule: "As needed lasts longer than at the most",
    issues: [on("2026-01-01", CODEINE)],
    asked: "2026-02-10",
    expect: dose(0, 24, 3.333333, "2026-01-01"),
    reason: "100 tablets at up to 8 a day last 13 days; the grace covers sparing use until 10 February.",
  },
  {
    rule: "Directions in phases",
    issues: [on("2026-01-01", TITRATION)],
    asked: "2026-01-07",
    expect: dose(20, 20, 6.222222, "2026-01-01"),
    reason: "The seventh and last day of the first phase.",
  },
  {
    rule: "Directions in phases",
    issues: [on("2026-01-01", TITRATION)],
    asked: "2026-01-08",
    expect: dose(40, 40, 6.222222, "2026-01-01"),
    reason: "The first day of the second phase.",
  },
  {
    rule: "A course ends when its directions say so",
    issues: [on("2026-01-01", COURSE)],
    asked: "2026-01-05",
    expect: dose(12, 12, 0.933333, "2026-01-01"),
    reason: "The fifth of five days.",
  },
  {
    rule: "A course ends when its directions say so",
    issues: [on("2026-01-01", COURSE)],
    asked: "2026-01-06",
    expect: dose(0, 0, 0.933333, "2026-01-01"),
    reason: "Eight tablets are left, yet the instruction has ended: no grace follows a course.",
  },
  {
    rule: "An order that was stopped",
    issues: [{ ...on("2026-01-01", MST_10), stopped: "2026-01-10" }],
    asked: "2026-01-09",
    expect: dose(20, 20, 6.222222, "2026-01-01"),
    reason: "It was issued, and holds until the day before it was stopped.",
  },
  {
    rule: "An order that was stopped",
    issues: [{ ...on("2026-01-01", MST_10), stopped: "2026-01-10" }],
    asked: "2026-01-10",
    expect: dose(0, 0, 6.222222, "2026-01-01"),
    reason: "No longer to be followed, without grace, though tablets are left; the supply was issued and counts.",
  },
  {
    rule: "An order that was stopped",
    issues: [{ ...on("2026-01-01", MST_10), stopped: "2026-01-10" }, on("2026-01-15", MST_10)],
    asked: "2026-03-12",
    expect: dose(0, 0, 12.444444, "2026-01-01"),
    reason: "Nothing of a stopped order is carried over: the next runs out on 12 February, and its grace is over.",
  },
  {
    rule: "An order that was stopped",
    issues: [{ ...on("2026-01-01", MST_10), stopped: "2026-01-20" }, on("2026-01-15", MST_10)],
    asked: "2026-03-12",
    expect: dose(20, 20, 12.444444, "2026-01-01"),
    reason: "Stopped only after the next issue, into which its 14 days were carried: that runs out on 26 February.",
  },
  {
    rule: "An order that was stopped",
    issues: [{ ...on("2026-01-01", MST_10), stopped: "2026-01-01" }],
    asked: "2026-01-01",
    expect: dose(0, 0, 6.222222, null),
    reason: "Stopped on the day on which it was written, it was never current; that something was issued stays.",
  },
  {
    rule: "An order that was stopped",
    issues: [{ ...on("2026-01-01", MST_10), stopped: "2026-04-01" }],
    asked: "2026-02-26",
    expect: dose(0, 0, 6.222222, "2026-01-01"),
    reason: "Stopped after its supply and grace were over: the day of stopping makes nothing last longer.",
  },
  {
    rule: "Directions that cannot be read are never 0",
    issues: [on("2026-01-01", MST_10_AS_DIRECTED)],
    asked: "2026-01-10",
    expect: dose(0, 0, 6.222222, "2026-01-01", true),
    reason: "No number as directed, so the total is at least what has one; the supply is known.",
  },
  {
    rule: "Directions that cannot be read are never 0",
    issues: [on("2026-01-01", MST_10), on("2026-01-22", MST_10_AS_DIRECTED), on("2026-01-22", MST_30)],
    asked: "2026-01-22",
    expect: dose(60, 60, 31.111111, "2026-01-01", true),
    reason: "The later issue replaces the readable one; the earlier 20 mg are not assumed to go on.",
  },
  {
    rule: "A missing quantity",
    issues: [on("2026-01-01", MST_10_UNCOUNTED)],
    asked: "2026-02-25",
    expect: dose(20, 20, 0, "2026-01-01", true),
    reason: "28 days are assumed, then grace. What was supplied is not known: at least.",
  },
  {
    rule: "A missing quantity",
    issues: [on("2026-01-01", MST_10_UNCOUNTED)],
    asked: "2026-02-26",
    expect: dose(0, 0, 0, "2026-01-01", true),
    reason: "No longer current, but still in the window of supply.",
  },
  {
    rule: "No factor: refused by name, and the total says at least",
    issues: [on("2026-01-01", MST_10), on("2026-01-01", METHADONE)],
    asked: "2026-01-10",
    expect: dose(20, 20, 6.222222, "2026-01-01", true),
    reason: "At least 20 mg, and methadone, which cannot be converted.",
  },
  {
    rule: "Recorded elsewhere",
    issues: [on("2026-01-01", MST_10), on("2026-01-01", MST_30, "elsewhere")],
    asked: "2026-01-10",
    expect: dose(20, 20, 6.222222, "2026-01-01", true),
    reason: "What another service supplies never counts, but it is there: at least.",
  },
  {
    rule: "Recorded elsewhere",
    issues: [on("2026-01-01", MST_30, "elsewhere")],
    asked: "2026-04-01",
    expect: dose(0, 0, 0, null, false),
    reason: "After 90 days the entry is no longer recent.",
  },
  {
    rule: "Maintenance treatment",
    issues: [on("2026-01-01", CODEINE), on("2026-01-01", MAINTENANCE)],
    asked: "2026-01-10",
    expect: dose(0, 24, 3.333333, "2026-01-01", false),
    reason: "Shown beside the dose, never in it, and not a part that is missing from it.",
  },
  {
    rule: "Episodes",
    issues: [on("2026-01-01", MST_10), on("2026-05-27", MST_10)],
    asked: "2026-05-27",
    expect: dose(20, 20, 6.222222, "2026-01-01"),
    reason: "Nothing was current from 26 February to 26 May: 90 days, which still belong to one episode.",
  },
  {
    rule: "Episodes",
    issues: [on("2026-01-01", MST_10), on("2026-05-28", MST_10)],
    asked: "2026-05-28",
    expect: dose(20, 20, 6.222222, "2026-05-28"),
    reason: "After 91 days without an instruction a new episode begins.",
  },
];
