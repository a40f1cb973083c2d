import { compare, least, ONE, over, plus, ratio, times, ZERO, type Ratio } from "../../quantity/ratio.ts";
import type { Atom, Cap } from "../phrases/atoms.ts";
import type { DoseUnit, PerDay, Phase, StatedAmount } from "../types.ts";
import { readClauses, type Clause } from "./clauses.ts";
import { combine, type Frequency } from "./frequency.ts";
import { isRefusal, refuse, type Refusal } from "./refusal.ts";
import { MEASURED } from "../words/units.ts";

export interface PhaseRead {
  readonly phase: Phase;
  readonly named: DoseUnit | null;
  readonly stated: readonly StatedAmount[];
}

interface Dose {
  readonly clause: Clause;
  readonly frequency: Frequency;
}

/** What the surrounding text adds to one phase. */
export interface PhaseFrame {
  readonly days: number | null;
  /** One dose only ("stat", "on the first day"): its frequency need not be said. */
  readonly oneDay: boolean;
  readonly inherited: DoseUnit | null;
}

const ONCE: Frequency = { aDay: { min: ONE, max: ONE }, upTo: false, everyHours: null, partsOnly: true };

/** The amount over its frequency: least and most a day. */
const perDayOf = ({ clause, frequency }: Dose): PerDay => ({
  min: frequency.upTo || clause.amount.upTo ? ZERO : times(clause.amount.amount.min, frequency.aDay.min),
  max: times(clause.amount.amount.max, frequency.aDay.max),
});

/** One unit for the whole phase; null where two are named. */
const unitOf = (clauses: readonly Clause[]): DoseUnit | null | "two" => {
  let unit: DoseUnit | null = null;
  for (const clause of clauses) {
    if (clause.unit === null) continue;
    if (unit !== null && unit !== clause.unit) return "two";
    unit = clause.unit;
  }
  return unit;
};

const partsOf = (dose: Dose): readonly string[] =>
  dose.clause.whens.flatMap(({ schedule }) => (schedule.kind === "part" ? [schedule.part] : []));

const weekdaysOf = (dose: Dose): readonly number[] =>
  dose.clause.whens.flatMap(({ schedule }) => (schedule.kind === "weekdays" ? schedule.days : []));

/** Doses of one day add up where they are plainly different ones. */
const canAdd = (doses: readonly Dose[]): boolean => {
  const [head, ...rest] = doses;
  if (head === undefined) return false;
  const disjoint = (list: readonly (string | number)[]): boolean => new Set(list).size === list.length;
  const onDays = doses.every((dose) => weekdaysOf(dose).length > 0);
  if (onDays) return disjoint(doses.flatMap((dose) => weekdaysOf(dose).map((day) => `${day}${partsOf(dose).join()}`)));
  if (doses.some((dose) => weekdaysOf(dose).length > 0)) return false;
  if (doses.some(({ clause }) => clause.join === "or")) return false;
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
const needOf = (doses: readonly Dose[], atoms: readonly Atom[]): "all" | "last" | "none" | "not-certain" => {
  if (!atoms.some((atom) => atom.kind === "need")) return "none";
  if (doses.length === 1) return "all";
  const where = doses.findIndex(({ clause }) => clause.need);
  if (where >= 0 && where < doses.length - 1)
    return atoms.findIndex((atom) => atom.kind === "need") < atoms.findIndex((atom) => atom.kind === "amount")
      ? "all"
      : "not-certain";
  const last = doses.at(-1);
  if (last?.clause.amount.extra === true) return "last";
  return doses.every(({ frequency }) => frequency.partsOnly) ? "all" : "not-certain";
};

const fromDoses = (doses: readonly Dose[], need: "all" | "last" | "none"): PerDay => {
  let [min, max] = [ZERO, ZERO];
  doses.forEach((dose, index) => {
    const perDay = perDayOf(dose);
    const free = need === "all" || (need === "last" && index === doses.length - 1);
    min = plus(min, free ? ZERO : perDay.min);
    max = plus(max, perDay.max);
  });
  return { min, max };
};

const sameUnit = (cap: Cap, unit: DoseUnit | null): boolean =>
  cap.unit === null ||
  (unit === null && !MEASURED.has(cap.unit)) ||
  cap.unit === unit ||
  (cap.unit === "dose" && unit !== null && !MEASURED.has(unit));

interface Capped {
  readonly perDay: PerDay;
  readonly maxPerDay: Ratio | null;
  readonly stated: readonly StatedAmount[];
  readonly softly: boolean;
}

const MASS: ReadonlySet<string> = new Set(["mg", "microgram", "g"]);

/** A stated maximum caps. One in mg over counted tablets cannot be applied here: it is stated, and the product decides. */
const applyCaps = (
  perDay: PerDay,
  caps: readonly (Atom & Cap)[],
  largest: Ratio,
  unit: DoseUnit | null,
  free: boolean,
): Capped | Refusal => {
  let maxPerDay: Ratio | null = null;
  const stated: StatedAmount[] = [];
  let softly = false;
  for (const cap of caps) {
    if (cap.of === "dose") {
      if (sameUnit(cap, unit) && compare(cap.most, largest) >= 0) continue;
      return refuse("two-readings", cap);
    }
    if (cap.of !== "times-a-day" && !sameUnit(cap, unit)) {
      if (cap.unit === null || !MASS.has(cap.unit) || free) return refuse("not-understood", cap);
      const value = cap.unit === "g" ? times(cap.most, ratio(1000)) : cap.most;
      stated.push({ value, unit: cap.unit === "microgram" ? "microgram" : "mg", meaning: "most-a-day" });
      continue;
    }
    const most =
      cap.of === "times-a-day" || (cap.unit === "dose" && unit !== "dose" && cap.of === "day")
        ? times(cap.most, largest)
        : cap.most;
    if (cap.of === "not-said" && compare(most, largest) < 0) return refuse("two-readings", cap);
    if (cap.of === "not-said" && compare(most, largest) === 0 && compare(perDay.max, most) > 0)
      return refuse("two-readings", cap);
    if (compare(most, largest) < 0 && compare(largest, perDay.max) <= 0 && compare(most, perDay.min) < 0)
      return refuse("contradiction", cap);
    maxPerDay = maxPerDay === null ? most : least(maxPerDay, most);
    softly ||= cap.softly;
  }
  if (maxPerDay === null) return { perDay, maxPerDay, stated, softly };
  return {
    perDay: { min: least(perDay.min, maxPerDay), max: least(perDay.max, maxPerDay) },
    maxPerDay,
    stated,
    softly,
  };
};

/** The frequency of one clause; a maximum a day stands in for it where the dose is taken at need. */
const frequencyOf = (
  clause: Clause,
  frame: PhaseFrame,
  capsDay: (Atom & Cap) | undefined,
  alone: boolean,
): Frequency | Refusal => {
  const found = combine(clause.whens);
  if (typeof found !== "string") return found;
  if (found !== "no-frequency") return refuse(found, clause.whens.at(-1)?.schedule as unknown as Atom);
  if (frame.oneDay) return ONCE;
  if (!alone || capsDay === undefined || capsDay.of === "dose" || capsDay.of === "not-said")
    return refuse("no-frequency", clause.amount);
  if (capsDay.of === "times-a-day")
    return { ...ONCE, aDay: { min: capsDay.most, max: capsDay.most }, upTo: true, partsOnly: false };
  if (capsDay.unit !== null && clause.unit !== null && capsDay.unit !== clause.unit && capsDay.unit !== "dose")
    return refuse("no-frequency", clause.amount);
  if (capsDay.unit === "dose" && clause.unit !== "dose")
    return { ...ONCE, aDay: { min: capsDay.most, max: capsDay.most }, upTo: true, partsOnly: false };
  return {
    ...ONCE,
    aDay: { min: ZERO, max: over(capsDay.most, clause.amount.amount.max) },
    upTo: true,
    partsOnly: false,
  };
};

const ceilingAsCap = ({ amount, unit }: Clause): Atom & Cap => ({
  kind: "cap",
  most: amount.amount.max,
  unit,
  of: "day",
  softly: false,
  from: amount.from,
  to: amount.to,
});

/** "max 8 tablets" names what the bare numbers before it count. */
const countedUnitOf = (caps: readonly Cap[]): DoseUnit | null =>
  caps.find(({ unit }) => unit !== null && unit !== "dose" && !MEASURED.has(unit))?.unit ?? null;

const PLAUSIBLE_EACH = ratio(40);
const PLAUSIBLE_MEASURED = ratio(100_000);
const PLAUSIBLE_TIMES = ratio(24);

const implausible = ({ clause, frequency }: Dose): boolean => {
  const limit =
    clause.unit === null || clause.unit === "unit" || MEASURED.has(clause.unit) ? PLAUSIBLE_MEASURED : PLAUSIBLE_EACH;
  const { max } = clause.amount.amount;
  if (clause.unit === null && compare(max, PLAUSIBLE_EACH) > 0) return true;
  return compare(max, limit) > 0 || compare(frequency.aDay.max, PLAUSIBLE_TIMES) > 0 || max.n === 0;
};

/** A second amount a day that follows a whole dose is its ceiling: "1-2 every 4 hours, up to 8 a day", "(4 a day)". */
const splitCeiling = (clauses: readonly Clause[]): { doses: readonly Clause[]; ceiling: Clause | null } => {
  const last = clauses.at(-1);
  if (clauses.length !== 2 || last === undefined || last.amount.extra) return { doses: clauses, ceiling: null };
  const [when] = last.whens;
  const aDay =
    last.whens.length === 1 &&
    when?.schedule.kind === "times" &&
    when.schedule.days === 1 &&
    when.schedule.style !== "counted" &&
    when.schedule.style !== "latin";
  return aDay && last.join !== "or" ? { doses: clauses.slice(0, 1), ceiling: last } : { doses: clauses, ceiling: null };
};

const checkSlash = (clause: Clause, frequency: Frequency): boolean =>
  clause.amount.slash &&
  (clause.unit === null || clause.amount.unit !== null) &&
  (clause.amount.unit !== null || compare(frequency.aDay.max, ratio(2)) > 0);

/** One stretch of the directions from its atoms, or the reason why it has no certain reading. */
export const readPhase = (atoms: readonly Atom[], frame: PhaseFrame): PhaseRead | Refusal => {
  const all = readClauses(atoms);
  if (isRefusal(all)) return all;
  const caps = atoms.filter((atom): atom is Atom & Cap => atom.kind === "cap");
  const { doses: clauses, ceiling } = splitCeiling(all as readonly Clause[]);
  const doses: Dose[] = [];
  for (const clause of clauses) {
    const limit =
      ceiling !== null && clause.whens.length === 0 ? ceilingAsCap(ceiling) : caps.find((cap) => cap.of !== "dose");
    const frequency = frequencyOf(clause, frame, limit, clauses.length === 1);
    if (isRefusal(frequency)) return frequency;
    if (checkSlash(clause, frequency)) return refuse("two-readings", clause.amount);
    const dose = { clause, frequency };
    if (implausible(dose)) return refuse("implausible", clause.amount);
    doses.push(dose);
  }
  const [head] = doses;
  if (head === undefined) return refuse("no-amount", undefined);
  if (doses.length > 1 && !canAdd(doses)) return refuse("two-readings", doses[1]?.clause.amount);
  const hourly = clauses.find(
    (clause) =>
      clause.unit === "microgram" &&
      clause.whens.some(({ schedule }) => schedule.kind === "every" && compare(schedule.hours.min, ratio(72)) >= 0),
  );
  const worn = atoms.some((atom) => atom.kind === "change" || (atom.kind === "noun" && atom.unit === "patch"));
  // "25 micrograms every 72 hours": a patch, named by what it gives an hour.
  if (hourly !== undefined || (worn && clauses.some(({ unit }) => unit === "microgram" || unit === "mg")))
    return refuse("two-readings", hourly?.amount ?? clauses[0]?.amount);
  const inClauses = unitOf(clauses);
  const named = inClauses ?? ceiling?.unit ?? countedUnitOf(caps);
  if (named === "two") return refuse("contradiction", doses[1]?.clause.amount);
  if (atoms.some((atom) => atom.kind === "spacing") && head.frequency.aDay.max.n === 0)
    return refuse("no-frequency", head.clause.amount);
  const need = needOf(doses, atoms);
  if (need === "not-certain")
    return refuse(
      "two-readings",
      atoms.find((atom) => atom.kind === "need"),
    );
  let perDay = fromDoses(doses, need);
  let ceilingCap: Ratio | null = null;
  if (ceiling !== null) {
    const { max } = ceiling.amount.amount;
    if (ceiling.unit !== null && named !== null && ceiling.unit !== named)
      return refuse("two-readings", ceiling.amount);
    const restated =
      compare(max, perDay.max) === 0 &&
      ceiling.join !== "and" &&
      (compare(ceiling.amount.amount.min, max) === 0 || compare(ceiling.amount.amount.min, perDay.min) === 0);
    if (ceiling.amount.upTo && compare(max, head.clause.amount.amount.max) >= 0) {
      ceilingCap = max;
      perDay = { min: ZERO, max: least(perDay.max, max) };
    } else if (!restated) return refuse("two-readings", ceiling.amount);
  }
  const largest = head.clause.amount.amount.max;
  const free = need !== "none" || compare(perDay.min, perDay.max) !== 0;
  const capped = applyCaps(perDay, caps, doses.length === 1 ? largest : ZERO, frame.inherited ?? named, free);
  if (isRefusal(capped)) return capped;
  if (capped.softly && need === "none" && perDay.min.n !== 0) return refuse("two-readings", caps[0]);
  const only = doses.length === 1 && need === "none" && head.frequency.everyHours !== null && !head.frequency.upTo;
  const phase: Phase = {
    perDay: capped.perDay,
    unit: named ?? frame.inherited ?? "unit",
    asNeeded: need !== "none",
    maxPerDay:
      ceilingCap !== null && capped.maxPerDay !== null
        ? least(ceilingCap, capped.maxPerDay)
        : (ceilingCap ?? capped.maxPerDay),
    days: frame.days,
    each:
      only || (doses.length === 1 && head.frequency.everyHours !== null)
        ? { amount: head.clause.amount.amount, everyHours: head.frequency.everyHours as PerDay }
        : null,
  };
  return { phase, named, stated: capped.stated };
};
