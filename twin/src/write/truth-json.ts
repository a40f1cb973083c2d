import { addDays } from "@concord/core";
import type { MadePerson } from "../make-person.ts";
import type { OpioidStretch, Span } from "../plan/plan.ts";
import { perDay } from "../texts/shape.ts";
import { monthsOf, suppliedOn, trueDay, type TrueDay } from "../truth/day-by-day.ts";
import { directedBand, isOpioid, takenDose } from "../truth/ome.ts";
import type { TrueSituation } from "../truth/true-situation.ts";
import { iso } from "./iso-days.ts";

/** Micrograms as mg, exact to the microgram. */
const mg = (micrograms: number): number => Math.round(micrograms) / 1000;
const band = ({ min, max }: { min: number; max: number }): { min: number; max: number } => ({
  min: mg(min),
  max: mg(max),
});
const count = (hundredths: number): number => Math.round(hundredths * 10000) / 1000000;

/** Within so many days of the end, a change or a slip makes the record say something else than the truth for a while. */
const UNSETTLED = 60;
const SLIP_DAYS = 180;

/** What was planted in one person, on one line. */
export const personTruth = (made: MadePerson, span: Span, situations: readonly TrueSituation[]): string => {
  const { person, career, rows } = made;
  const slips = rows.filter(({ mess }) => mess !== "none").filter(({ line }) => isOpioid(line.product));
  return JSON.stringify({
    person: person.id,
    practice: person.practice,
    pattern: person.pattern,
    registered: iso(person.registered),
    situations,
    regimen: career.opioids.map((stretch) => regimenTruth(stretch, span)),
    end: {
      ...dayTruth(trueDay(career.opioids, span.end)),
      supplied: mg(suppliedOn(rows, span.end)),
      settled: isSettled(made, span),
    },
    months: monthsTruth(career.opioids, span),
    messy: slips.map(({ day, mess }) => ({ day: iso(day), what: mess })),
  });
};

const regimenTruth = (stretch: OpioidStretch, span: Span): unknown => {
  const { product, direction } = stretch;
  const { min, max } = perDay(direction.shape);
  const ome = directedBand(stretch);
  const taken = takenDose(stretch);
  const worn = direction.shape.often.kind === "worn";
  return {
    from: iso(stretch.from),
    to: stretch.to > span.end ? null : iso(stretch.to),
    product: product.name,
    name: stretch.name,
    code: product.code,
    substance: product.substance,
    kind: stretch.kind,
    maintenance: product.maintenance,
    text: direction.text,
    unreadable: direction.unreadable,
    perDay: { min: count(min), max: count(max) },
    unit: product.form,
    omePerDay: ome === null ? null : band(ome),
    taken: { [worn ? "wornAtATime" : "perDay"]: count(stretch.taken), omePerDay: taken === null ? null : mg(taken) },
  };
};

const dayTruth = (day: TrueDay): Record<string, unknown> => ({
  directed: band(day.directed),
  whole: band(day.whole),
  taken: mg(day.taken),
  atLeast: day.atLeast,
});

/** [day, least, most, taken] on the first of each month where it differs from the month before. */
const monthsTruth = (stretches: readonly OpioidStretch[], span: Span): [string, number, number, number][] => {
  const months: [string, number, number, number][] = [];
  let last = "0 0 0";
  for (const day of monthsOf(span)) {
    const { directed, taken } = trueDay(stretches, day);
    const now = `${directed.min} ${directed.max} ${taken}`;
    if (now !== last) months.push([iso(day), mg(directed.min), mg(directed.max), mg(taken)]);
    last = now;
  }
  return months;
};

/** No regimen of the last weeks began or ended, and no slip touches the last supplies. */
const isSettled = ({ career, rows }: MadePerson, span: Span): boolean => {
  const near = addDays(span.end, -UNSETTLED);
  const changed = career.opioids.some(
    ({ from, to }) => (from > near && from <= span.end) || (to > near && to <= span.end),
  );
  const counted = new Set(["duplicate", "code-and-name-disagree", "quantity-missing"]);
  return (
    !changed &&
    !rows.some(({ mess, day, line }) => counted.has(mess) && day > span.end - SLIP_DAYS && isOpioid(line.product))
  );
};
