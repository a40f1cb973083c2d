import { addDays, sayDay, type Day } from "../calendar/day.ts";
import type { Step } from "../equivalence/types.ts";
import { doseOn, type CurrentInstruction, type Dose } from "./dose-on.ts";
import { milligrams } from "./milligrams.ts";
import type { ExposureSettings } from "./settings.ts";
import type { Span } from "./span.ts";
import type { Computed, Issue, ItemReading, Unconverted } from "./types.ts";

const METHOD = "docs/method.md";

const rule = (say: string): Step => ({ say, source: METHOD });

const record = ({ issue }: Span, say: string): Step => ({ say, source: `${issue.file}, row ${issue.row}` });

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;

const days = (count: number): string => plural(count, "day");

const asWritten = ({ reading: { item, directions } }: Issue): string => {
  const quantity =
    item.quantity === null ? "no quantity" : `quantity ${item.quantity} ${item.quantityUnit ?? ""}`.trim();
  return `${item.product.name}, ${quantity}, "${directions.text}"`;
};

/** When an order was stopped, where that is what ended its instruction; null where it is not. */
const stopping = ({ issue: { stopped }, from, to }: Span): string | null => {
  if (stopped === undefined || Math.max(from, stopped.day) !== to) return null;
  return stopped.told
    ? `stopped on ${sayDay(stopped.day)}`
    : `stopped on a day that the record does not tell, taken as ${sayDay(stopped.day)}, the last day of these records`;
};

/** How long the supply lasts, and why. */
const lasting = (span: Span, { missingQuantityDays }: ExposureSettings): string => {
  const { part, from, runsOut, carriedDays } = span;
  const stopped = stopping(span);
  if (stopped !== null) return stopped;
  if (part.courseDays !== null) return `its directions end after ${days(part.courseDays)}, on ${sayDay(runsOut)}`;
  const own = runsOut - from - carriedDays;
  const why = part.supplyDays === null ? `, since the record does not say; ${missingQuantityDays} is the default` : "";
  const carried = carriedDays === 0 ? "" : ` and ${days(carriedDays)} carried over from earlier issues`;
  return `its supply lasts ${days(own)}${why}${carried}, until ${sayDay(runsOut)}`;
};

const whyCurrent = (span: Span, on: Day, settings: ExposureSettings): Step => {
  const grace = on >= span.runsOut ? `; within the grace of ${days(settings.graceDays)} after it` : "";
  return record(
    span,
    `${asWritten(span.issue)}, issued ${sayDay(span.from)}: ${lasting(span, settings)}${grace}: current`,
  );
};

const whyNotCurrent = (span: Span, settings: ExposureSettings): Step => {
  const end =
    stopping(span) ??
    (span.to < span.runsOut
      ? `replaced by a later issue of the same medicine on ${sayDay(span.to)}`
      : `${lasting(span, settings)}; over, with any grace, on ${sayDay(span.to)}`);
  return record(span, `${asWritten(span.issue)}, issued ${sayDay(span.from)}: ${end}: not current`);
};

const refusal = ({ product, problem }: Unconverted): Step =>
  rule(`${product} has no number (${problem.code}: ${problem.detail}): left out of the sum, and never counted as 0`);

const band = (min: number, max: number): string => `${milligrams(min)} to ${milligrams(max)} mg OME a day`;

const directedBy = ({ span, directed }: CurrentInstruction, on: Day): readonly Step[] => {
  const steps = span.part.reading.directed.steps;
  if (directed === null) return span.part.notDirected === null ? steps : [...steps, refusal(span.part.notDirected)];
  const several = (span.part.phases?.length ?? 1) > 1 ? `, on day ${on - span.from + 1} of its directions` : "";
  return [...steps, rule(`${span.part.reading.item.product.name}${several}: ${band(directed.min, directed.max)}`)];
};

const sum = (parts: readonly number[]): string =>
  parts.length < 2 ? "" : `${parts.map((part) => milligrams(part)).join(" + ")} = `;

const directedSteps = ({ on, settings, current, directed, supplies }: Dose): readonly Step[] => {
  const bands = current.map((it) => it.directed).filter((it) => it !== null);
  const listed = new Set(current.map(({ span }) => span.issue));
  const total =
    current.length === 0
      ? `No instruction is current on ${sayDay(on)}: 0 to 0 mg OME a day as directed`
      : `As directed, least: ${sum(bands.map(({ min }) => min))}${milligrams(directed.min)} mg OME a day; ` +
        `most: ${sum(bands.map(({ max }) => max))}${milligrams(directed.max)} mg OME a day`;
  return [
    ...current.flatMap((it) => [whyCurrent(it.span, on, settings), ...directedBy(it, on)]),
    ...supplies.filter(({ issue }) => !listed.has(issue)).map((span) => whyNotCurrent(span, settings)),
    rule(total),
  ];
};

/** The working of each distinct reading once, where it first comes. */
const once = (of: (reading: ItemReading) => Computed<unknown>): ((reading: ItemReading) => readonly Step[]) => {
  const seen = new Set<ItemReading>();
  return (reading) => {
    if (seen.has(reading)) return [];
    seen.add(reading);
    return of(reading).steps;
  };
};

const suppliedSteps = ({ on, settings, supplies, inWindow }: Dose): readonly Step[] => {
  const { supplyWindowDays } = settings;
  const working = once(({ supplied }) => supplied);
  const each = supplies.flatMap((span) => [
    ...working(span.part.reading),
    span.part.notSupplied === null
      ? record(
          span,
          `${asWritten(span.issue)}, issued ${sayDay(span.from)}: ${milligrams(span.part.suppliedNanograms)} mg OME`,
        )
      : refusal(span.part.notSupplied),
  ]);
  const parts = supplies.filter(({ part }) => part.notSupplied === null).map(({ part }) => part.suppliedNanograms);
  return [
    rule(
      `As supplied: all issues from ${sayDay(addDays(on, 1 - supplyWindowDays))} to ${sayDay(on)}, ${days(supplyWindowDays)}`,
    ),
    ...each,
    rule(`Issued in the window: ${sum(parts)}${milligrams(inWindow)} mg OME`),
    rule(
      `As supplied: ${milligrams(inWindow)} ÷ ${supplyWindowDays} = ${milligrams(inWindow, supplyWindowDays)} mg OME a day`,
    ),
  ];
};

const apartSteps = ({ elsewhere, maintenance, atLeast }: Dose): readonly Step[] => [
  ...elsewhere.map((span) =>
    record(span, `${asWritten(span.issue)}, ${sayDay(span.from)}: recorded elsewhere, set apart: never in the dose`),
  ),
  ...maintenance.map((span) =>
    record(span, `${asWritten(span.issue)}, ${sayDay(span.from)}: maintenance treatment, set apart: never in the dose`),
  ),
  ...(atLeast ? [rule("Something was refused or is supplied elsewhere: the dose is at least this")] : []),
];

/** The same steps by what they work out: the dose as directed, the dose as supplied, and what was set apart. */
export interface DoseExplained {
  /** Ends with the least and the most as directed. */
  readonly directed: readonly Step[];
  /** Ends with the dose as supplied. */
  readonly supplied: readonly Step[];
  readonly apart: readonly Step[];
}

/**
 * How the dose of one person on one day comes about, as `explainDose` tells it, in its three parts. Doses in mg OME.
 *
 * @example One issue of 56 tablets, morphine 10 mg twice a day, on 1 Jan 2026, asked for 10 Jan 2026: `supplied` ends
 * with "As supplied: 560 ÷ 90 = 6.222222 mg OME a day", `apart` is empty.
 */
export const explainDoseByPart = (
  issues: readonly Issue[],
  on: Day,
  settings?: Partial<ExposureSettings>,
): DoseExplained => {
  const dose = doseOn(issues, on, settings);
  return { directed: directedSteps(dose), supplied: suppliedSteps(dose), apart: apartSteps(dose) };
};

/**
 * How the dose of one person on one day comes about, step after step, to be redone with a pencil: which issues are
 * current and why, the working of each, the sums; the issues of the supply window, their total, and its division;
 * last what was set apart, and whether the dose is "at least". Doses in mg OME, each step with its source: a record,
 * a factor table or the method.
 *
 * @example One issue of 56 tablets, morphine 10 mg twice a day, on 1 Jan 2026, asked for 10 Jan 2026: ends with
 * "As supplied: 560 ÷ 90 = 6.222222 mg OME a day".
 */
export const explainDose = (
  issues: readonly Issue[],
  on: Day,
  settings?: Partial<ExposureSettings>,
): readonly Step[] => {
  const { directed, supplied, apart } = explainDoseByPart(issues, on, settings);
  return [...directed, ...supplied, ...apart];
};
