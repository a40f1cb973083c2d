import { compare, least, ONE, over, ratio, ZERO, type Ratio } from "../../quantity/ratio.ts";
import type { Atom, Cap } from "../phrases/atoms.ts";
import type { DoseUnit, PerDay, Phase, StatedAmount } from "../types.ts";
import { canAdd, needOf, saidAgain, sumOf, type Dose } from "./adding.ts";
import { applyCaps, ceilingAsCap, countedUnitOf, splitCeiling } from "./caps.ts";
import { MEASURED } from "../words/units.ts";
import { readClauses, type Clause } from "./clauses.ts";
import { combine } from "./frequency.ts";
import type { Frequency } from "./when.ts";
import { implausible } from "./plausible.ts";
import { isRefusal, refuse, type Refusal } from "./refusal.ts";

export interface PhaseRead {
  readonly phase: Phase;
  readonly named: DoseUnit | null;
  readonly stated: readonly StatedAmount[];
}

/** What the surrounding text adds to one phase. */
export interface PhaseFrame {
  readonly days: number | null;
  /** One dose only ("stat", "on the first day"): its frequency need not be said. */
  readonly oneDay: boolean;
  readonly inherited: DoseUnit | null;
}

/** "1 prn, at least 4 hours between doses": no more often than so, where the dose is taken at need. */
const spacedAtNeed = (atoms: readonly Atom[]): Frequency | null => {
  const spacing = atoms.find((atom) => atom.kind === "spacing");
  if (spacing?.kind !== "spacing" || spacing.hours.n === 0 || !atoms.some((atom) => atom.kind === "need")) return null;
  const most = over(ratio(24), spacing.hours);
  return { ...ONCE, aDay: { min: most, max: most }, upTo: true, partsOnly: false };
};

/** So many doses a day someone may take at need; a greater bare maximum over a measured dose is a measure, too. */
const MOST_DOSES_A_DAY = ratio(12);

const ONCE: Frequency = { aDay: { min: ONE, max: ONE }, upTo: false, everyHours: null, partsOnly: true };

/** One unit for the whole phase; null where two are named. */
const unitOf = (clauses: readonly Clause[]): DoseUnit | null | "two" => {
  let unit: DoseUnit | null = null;
  for (const clause of clauses) {
    if (clause.unit === null) continue;
    if (unit !== null && unit !== clause.unit) return "two";
    unit = clause.unit;
  }
  // "30mg mane and 2 nocte": milligrams and tablets do not add up.
  const bare = clauses.some((clause) => clause.unit === null);
  return bare && unit !== null && MEASURED.has(unit) ? "two" : unit;
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
  const inDoses = capsDay?.unit === "dose" && capsDay.of !== "dose";
  if (!alone || capsDay === undefined || capsDay.of === "dose" || (capsDay.of === "not-said" && !inDoses))
    return refuse("no-frequency", clause.amount);
  if (capsDay.of === "times-a-day")
    return { ...ONCE, aDay: { min: capsDay.most, max: capsDay.most }, upTo: true, partsOnly: false };
  if (capsDay.unit !== null && clause.unit !== null && capsDay.unit !== clause.unit && capsDay.unit !== "dose")
    return refuse("no-frequency", clause.amount);
  // "5ml prn max 6 in 24 hours": six doses, or six millilitres.
  const bare = capsDay.unit === null && clause.unit !== null && MEASURED.has(clause.unit);
  const belowOne = bare && compare(capsDay.most, clause.amount.amount.max) < 0;
  if (bare && !belowOne && compare(capsDay.most, MOST_DOSES_A_DAY) <= 0) return refuse("two-readings", capsDay);
  if (belowOne && compare(capsDay.most, MOST_DOSES_A_DAY) > 0) return refuse("two-readings", capsDay);
  if (belowOne || (capsDay.unit === "dose" && clause.unit !== "dose"))
    return { ...ONCE, aDay: { min: capsDay.most, max: capsDay.most }, upTo: true, partsOnly: false };
  return {
    ...ONCE,
    aDay: { min: ZERO, max: over(capsDay.most, clause.amount.amount.max) },
    upTo: true,
    partsOnly: false,
  };
};

const checkSlash = (clause: Clause, frequency: Frequency): boolean =>
  clause.amount.slash &&
  (clause.unit === null || clause.amount.unit !== null) &&
  (clause.amount.unit !== null || compare(frequency.aDay.max, ratio(2)) > 0);

/** Each clause with its frequency, or the first that has none. */
const readDoses = (
  clauses: readonly Clause[],
  ceiling: Clause | null,
  caps: readonly (Atom & Cap)[],
  frame: PhaseFrame,
  atoms: readonly Atom[],
): readonly [Dose, ...Dose[]] | Refusal => {
  const doses: Dose[] = [];
  for (const clause of clauses) {
    const limit =
      ceiling !== null && clause.whens.length === 0 ? ceilingAsCap(ceiling) : caps.find((cap) => cap.of !== "dose");
    const said = frequencyOf(clause, frame, limit, clauses.length === 1);
    const spaced =
      isRefusal(said) && said.reason === "no-frequency" && clauses.length === 1 ? spacedAtNeed(atoms) : null;
    const frequency = spaced ?? said;
    if (isRefusal(frequency)) return frequency;
    if (checkSlash(clause, frequency)) return refuse("two-readings", clause.amount);
    const dose = { clause, frequency };
    if (implausible(dose)) return refuse("implausible", clause.amount);
    doses.push(dose);
  }
  const [head, ...rest] = saidAgain(doses);
  if (head === undefined) return refuse("no-amount", undefined);
  // "one extra at night": on top of what is not said.
  if (head.clause.amount.extra) return refuse("two-readings", head.clause.amount);
  return rest.length > 0 && !canAdd([head, ...rest]) ? refuse("two-readings", rest[0]?.clause.amount) : [head, ...rest];
};

/** "25 micrograms every 72 hours" is a patch named by what it gives an hour: micrograms a day it is not. */
const namesPatchByRate = (clauses: readonly Clause[], atoms: readonly Atom[]): Clause | undefined => {
  const worn = atoms.some((atom) => atom.kind === "change" || (atom.kind === "noun" && atom.unit === "patch"));
  return clauses.find(
    ({ unit, whens }) =>
      (worn && (unit === "microgram" || unit === "mg")) ||
      (unit === "microgram" &&
        whens.some(({ schedule }) => schedule.kind === "every" && compare(schedule.hours.min, ratio(72)) >= 0)),
  );
};

/** What is found before any maximum is applied. */
interface Uncapped {
  readonly perDay: PerDay;
  readonly ceiling: Ratio | null;
}

/** A second amount a day either lowers the most ("up to 8 a day") or says the sum again ("(4 a day)"). */
const underCeiling = (
  perDay: PerDay,
  ceiling: Clause | null,
  named: DoseUnit | null,
  each: Ratio,
): Uncapped | Refusal => {
  if (ceiling === null) return { perDay, ceiling: null };
  const { min, max } = ceiling.amount.amount;
  if (ceiling.unit !== null && named !== null && ceiling.unit !== named) return refuse("two-readings", ceiling.amount);
  if (ceiling.amount.upTo && compare(max, each) >= 0)
    return { perDay: { min: ZERO, max: least(perDay.max, max) }, ceiling: max };
  const restated =
    compare(max, perDay.max) === 0 &&
    ceiling.join !== "and" &&
    (compare(min, max) === 0 || compare(min, perDay.min) === 0);
  return restated ? { perDay, ceiling: null } : refuse("two-readings", ceiling.amount);
};

const lower = (a: Ratio | null, b: Ratio | null): Ratio | null => (a !== null && b !== null ? least(a, b) : (a ?? b));

/** One amount at one interval, which a patch needs; null for several doses. */
const eachOf = ([{ clause, frequency }, ...rest]: readonly [Dose, ...Dose[]]): Phase["each"] =>
  rest.length > 0 || frequency.everyHours === null
    ? null
    : { amount: clause.amount.amount, everyHours: frequency.everyHours };

/** One stretch of the directions from its atoms, or the reason why it has no certain reading. */
export const readPhase = (atoms: readonly Atom[], frame: PhaseFrame): PhaseRead | Refusal => {
  const all = readClauses(atoms);
  if (isRefusal(all)) return all;
  const caps = atoms.filter((atom): atom is Atom & Cap => atom.kind === "cap");
  const { doses: clauses, ceiling } = splitCeiling(all as readonly Clause[]);
  const read = readDoses(clauses, ceiling, caps, frame, atoms);
  if (isRefusal(read)) return read;
  const doses = read as readonly [Dose, ...Dose[]];
  const patch = namesPatchByRate(clauses, atoms);
  if (patch !== undefined) return refuse("two-readings", patch.amount);
  const inClauses = unitOf(clauses);
  if (inClauses === "two") return refuse("contradiction", doses[1]?.clause.amount);
  const named = inClauses ?? ceiling?.unit ?? countedUnitOf(caps);
  // "apply one patch as directed at 8pm": the hour of the change, and not how often.
  const elsewhere = atoms.find((atom) => atom.kind === "as-directed");
  if (named === "patch" && elsewhere !== undefined && doses.every(({ frequency }) => frequency.partsOnly))
    return refuse("as-directed", elsewhere);
  const need = needOf(doses, atoms);
  // "1 stat & prn": how often then is not said.
  const once = frame.oneDay && clauses.every(({ whens }) => whens.length === 0);
  if (once && need !== "none")
    return refuse(
      "two-readings",
      atoms.find((atom) => atom.kind === "need"),
    );
  if (need === "not-certain")
    return refuse(
      "two-readings",
      atoms.find((atom) => atom.kind === "need"),
    );
  const each = doses[0].clause.amount.amount;
  const uncapped = underCeiling(sumOf(doses, need), ceiling, named, each.max);
  if (isRefusal(uncapped)) return uncapped;
  const free = need !== "none" || compare(uncapped.perDay.min, uncapped.perDay.max) !== 0;
  const capped = applyCaps(caps, {
    perDay: uncapped.perDay,
    each: doses.length === 1 ? each : null,
    unit: named ?? frame.inherited,
    free,
  });
  if (isRefusal(capped)) return capped;
  const phase: Phase = {
    perDay: capped.perDay,
    unit: named ?? frame.inherited ?? "unit",
    asNeeded: need !== "none",
    maxPerDay: lower(uncapped.ceiling, capped.maxPerDay),
    days: frame.days,
    each: eachOf(doses),
  };
  return { phase, named, stated: capped.stated };
};
