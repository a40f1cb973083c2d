import { compare, ONE, plus, times, ZERO } from "../../quantity/ratio.ts";
import type { Atom } from "../phrases/atoms.ts";
import type { PerDay } from "../types.ts";
import type { Clause } from "./clauses.ts";
import type { Frequency } from "./when.ts";

/** One clause with how often it is taken. */
export interface Dose {
  readonly clause: Clause;
  readonly frequency: Frequency;
}

/** The amount over its frequency: least and most a day. */
const perDayOf = ({ clause, frequency }: Dose): PerDay => ({
  min: frequency.upTo || clause.amount.upTo ? ZERO : times(clause.amount.amount.min, frequency.aDay.min),
  max: times(clause.amount.amount.max, frequency.aDay.max),
});

const partsOf = (dose: Dose): readonly string[] =>
  dose.clause.whens.flatMap(({ schedule }) => (schedule.kind === "part" ? [schedule.part] : []));

const weekdaysOf = (dose: Dose): readonly number[] =>
  dose.clause.whens.flatMap(({ schedule }) => (schedule.kind === "weekdays" ? schedule.days : []));

/** "four daily: 1 mane, 3 nocte": behind a whole dose two parts of the day or more that nothing puts on top of it. */
const areParts = (head: Dose, rest: readonly Dose[]): boolean =>
  rest.length > 1 &&
  !head.clause.bracket &&
  !head.frequency.partsOnly &&
  rest.every(({ clause, frequency }) => frequency.partsOnly && !clause.amount.extra) &&
  (rest[0]?.clause.join !== "and" || rest.every(({ clause }) => clause.bracket));

/** "one bd (one am, one pm)", "two bd - 2 with breakfast & 2 with tea": the parts of the dose before, which they must make. */
export const saidAgain = (doses: readonly Dose[]): readonly Dose[] => {
  const [head, ...rest] = doses;
  if (head === undefined || !areParts(head, rest)) return doses;
  const [whole, parts] = [sumOf([head], "none"), sumOf(rest, "none")];
  return compare(whole.min, parts.min) === 0 && compare(whole.max, parts.max) === 0 ? [head] : doses;
};

/** Doses of one day add up where they are plainly different ones. */
export const canAdd = (doses: readonly Dose[]): boolean => {
  const [head, ...rest] = doses;
  if (head === undefined) return false;
  if (areParts(head, rest)) return false;
  // "1 bd (takes 2 nocte)": what is taken, or what is on top.
  const remark = rest.some(({ clause }) => clause.bracket && clause.join !== "and" && !clause.amount.extra);
  if (remark && !head.clause.bracket) return false;
  const disjoint = (list: readonly (string | number)[]): boolean => new Set(list).size === list.length;
  if (doses.some(({ clause }) => clause.join === "or")) return false;
  const onDays = doses.every((dose) => weekdaysOf(dose).length > 0);
  if (onDays) return disjoint(doses.flatMap((dose) => weekdaysOf(dose).map((day) => `${day}${partsOf(dose).join()}`)));
  if (doses.some((dose) => weekdaysOf(dose).length > 0)) return false;
  if (doses.every(({ frequency }) => frequency.partsOnly)) return disjoint(doses.flatMap(partsOf));
  const extras = rest.every((dose) => dose.clause.amount.extra || dose.frequency.partsOnly);
  if (!extras || head.frequency.partsOnly)
    return (
      rest.every((dose) => dose.clause.amount.extra || partsOf(dose).length > 0) &&
      disjoint(doses.flatMap(partsOf)) &&
      doses.every((dose) => partsOf(dose).length > 0)
    );
  if (rest.some(({ clause }) => clause.join === "sentence" && !clause.amount.extra)) return false;
  const once = head.frequency.aDay.max.n === head.frequency.aDay.max.d;
  const atParts = partsOf(head);
  if (!disjoint([...atParts, ...rest.flatMap(partsOf)]) && !rest.every((dose) => dose.clause.amount.extra))
    return false;
  return (
    compare(head.frequency.aDay.max, ONE) >= 0 &&
    (!once || atParts.length > 0 || rest.every(({ clause }) => clause.join === "and" || clause.amount.extra))
  );
};

/** Whose need it is: of all doses, of the last, or not certain. */
export const needOf = (doses: readonly Dose[], atoms: readonly Atom[]): "all" | "last" | "none" | "not-certain" => {
  if (!atoms.some((atom) => atom.kind === "need")) return "none";
  if (doses.length === 1) return "all";
  const where = doses.findIndex(({ clause }) => clause.need);
  if (where >= 0 && where < doses.length - 1)
    return atoms.findIndex((atom) => atom.kind === "need") < atoms.findIndex((atom) => atom.kind === "amount")
      ? "all"
      : "not-certain";
  const last = doses.at(-1);
  if (last?.clause.amount.extra === true) return "last";
  if (doses.every(({ frequency }) => frequency.partsOnly)) return "all";
  // "1 tds and 1 nocte prn": the rhythm is settled, and the last is on top where needed.
  return where === doses.length - 1 && last?.clause.join === "and" && last.frequency.partsOnly ? "last" : "not-certain";
};

/** Least and most a day of all doses together. */
export const sumOf = (doses: readonly Dose[], need: "all" | "last" | "none"): PerDay => {
  let [min, max] = [ZERO, ZERO];
  doses.forEach((dose, index) => {
    const perDay = perDayOf(dose);
    const free = need === "all" || (need === "last" && index === doses.length - 1);
    min = plus(min, free ? ZERO : perDay.min);
    max = plus(max, perDay.max);
  });
  return { min, max };
};
