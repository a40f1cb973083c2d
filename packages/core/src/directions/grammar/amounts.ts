import { compare, ONE, ratio, times } from "../../quantity/ratio.ts";
import type { Amount, Atom } from "../phrases/atoms.ts";
import type { DoseUnit, StatedAmount } from "../types.ts";
import { MEASURED } from "../words/units.ts";

const FIVE = ratio(5);

type AmountAtom = Atom & Amount;

const isMass = (unit: DoseUnit | null): boolean => unit === "mg" || unit === "microgram" || unit === "g";
const fixed = (amount: Amount): boolean => compare(amount.amount.min, amount.amount.max) === 0;

/** A mass said beside a count, as a stated amount; null for a range, which checks nothing. */
const statedOf = (amount: Amount, meaning: StatedAmount["meaning"]): StatedAmount | null => {
  if (!fixed(amount) || !isMass(amount.unit)) return null;
  const value = amount.unit === "g" ? times(amount.amount.min, ratio(1000)) : amount.amount.min;
  return { value, unit: amount.unit === "microgram" ? "microgram" : "mg", meaning };
};

const PASSED: ReadonlySet<Atom["kind"]> = new Set([
  "harmless",
  "verb",
  "word",
  "noun",
  "open",
  "close",
  "stated",
  "comma",
  "change",
  "sentence",
]);

/** "Zomorph 10mg capsules. Take one ...": a product named before the dose. */
const openingStrength = (atoms: readonly Atom[], at: number): boolean => {
  const atom = atoms[at];
  return (
    atom?.kind === "amount" && isMass(atom.unit) && (atoms[at + 1]?.kind === "noun" || atoms[at - 1]?.kind === "word")
  );
};

/** The next amount with no word of when between, or null. */
const neighbour = (atoms: readonly Atom[], at: number): number | null => {
  for (let i = at + 1; i < atoms.length; i += 1) {
    const atom = atoms[i];
    if (atom?.kind === "amount") return i;
    if (atom === undefined || !PASSED.has(atom.kind)) return null;
    if (atom.kind === "sentence" && !openingStrength(atoms, at)) return null;
  }
  return null;
};

const has = (atoms: readonly Atom[], from: number, to: number, kind: Atom["kind"]): boolean =>
  atoms.slice(from + 1, to).some((atom) => atom.kind === kind);

const meaningAfterCount = (
  atoms: readonly Atom[],
  count: Amount,
  first: number,
  second: number,
): StatedAmount["meaning"] => {
  const bracketed = has(atoms, first, second, "open");
  if (!bracketed || atoms[second + 1]?.kind === "noun") return "each";
  return fixed(count) && compare(count.amount.min, ONE) === 0 ? "each" : "not-certain";
};

/** Which of two neighbouring amounts is the dose: drop the other, keeping what it states. */
const settlePair = (
  atoms: readonly Atom[],
  first: number,
  second: number,
): { drop: number; stated: StatedAmount | null } | null => {
  const [a, b] = [atoms[first], atoms[second]] as [AmountAtom, AmountAtom];
  if (a.extra || b.extra) return null;
  // "one dose of 10ml".
  const dose = a.unit === "dose" && fixed(a) && compare(a.amount.min, ONE) === 0;
  if (dose && b.unit !== null && MEASURED.has(b.unit)) return { drop: first, stated: null };
  const counted = a.unit === null || !MEASURED.has(a.unit);
  // "10 10mg bd": ten of them, or one number twice.
  if (a.unit === null && isMass(b.unit) && compare(a.amount.max, b.amount.max) === 0 && compare(a.amount.max, FIVE) > 0)
    return null;
  if (counted && isMass(b.unit))
    return { drop: second, stated: statedOf(b, meaningAfterCount(atoms, a, first, second)) };
  if (a.unit === "ml" && isMass(b.unit)) return { drop: second, stated: statedOf(b, "dose") };
  if (isMass(a.unit) && !isMass(b.unit)) {
    const bracketed = has(atoms, first, second, "open");
    return {
      drop: first,
      stated: statedOf(a, bracketed ? "dose" : has(atoms, first, second, "noun") ? "each" : "not-certain"),
    };
  }
  // "30mg (15mg tablets) bd": the dose, then the strength that makes it up.
  if (isMass(a.unit) && isMass(b.unit) && has(atoms, first, second, "open") && atoms[second + 1]?.kind === "noun")
    return { drop: second, stated: statedOf(b, "each") };
  const equal = compare(a.amount.min, b.amount.min) === 0 && compare(a.amount.max, b.amount.max) === 0;
  if (equal && has(atoms, first, second, "open") && (a.unit === b.unit || b.unit === null))
    return { drop: second, stated: null };
  return null;
};

/** A mass in brackets or at the end after the whole dose: "1 bd (40mg daily)". */
const settleTrailing = (
  atoms: readonly Atom[],
  at: number,
  depth: number,
): { to: number; stated: StatedAmount | null } | null => {
  const mass = atoms[at];
  if (mass?.kind !== "amount" || !isMass(mass.unit)) return null;
  // "for 3 days then 20mg": the next dose, not the sum of this one.
  if (atoms[at - 1]?.kind === "then") return null;
  const next = atoms[at + 1];
  const after = atoms[at + 2];
  const closes = (atom: Atom | undefined): boolean =>
    atom === undefined || atom.kind === "close" || (depth > 0 && atom.kind === "word");
  if (depth > 0 && next?.kind === "noun" && closes(after)) return { to: at, stated: statedOf(mass, "each") };
  if (closes(next)) return { to: at, stated: statedOf(mass, "not-certain") };
  const daily = next?.kind === "times" && next.days === 1 && next.style !== "counted" && next.style !== "latin";
  if (daily && closes(after)) return { to: at + 1, stated: statedOf(mass, "day") };
  // "one bd (20mg bd)": the same rhythm once more, with the dose as a mass.
  const said = atoms.slice(0, at).filter((atom) => atom.kind === "times");
  const [first] = said;
  const again =
    depth > 0 &&
    next?.kind === "times" &&
    first?.kind === "times" &&
    said.length === 1 &&
    first.days === next.days &&
    compare(first.times.min, next.times.min) === 0 &&
    compare(first.times.max, next.times.max) === 0;
  if (again && closes(after)) return { to: at + 1, stated: statedOf(mass, "dose") };
  return null;
};

/** "25mcg patch": what one patch gives an hour, and one of them. */
const patchStrength = (
  atoms: readonly Atom[],
  at: number,
): { one: Atom & Amount; stated: StatedAmount | null } | null => {
  const [mass, noun] = [atoms[at], atoms[at + 1]];
  if (mass?.kind !== "amount" || mass.unit !== "microgram" || noun?.kind !== "noun" || noun.unit !== "patch")
    return null;
  if (atoms.some((other, place) => place !== at && other.kind === "amount") || !fixed(mass)) return null;
  const stated: StatedAmount = { value: mass.amount.min, unit: "microgram/hour", meaning: "each" };
  return { one: { ...mass, amount: { min: ONE, max: ONE }, unit: "patch", implied: true }, stated };
};

/** "take one four times a day (1 tablet)": the count once more, alone in brackets; it names what is counted. */
const restatedCount = (atoms: readonly Atom[], at: number): Atom | null => {
  const own = atoms[at];
  if (own?.kind !== "amount" || own.unit === null || MEASURED.has(own.unit)) return null;
  if (atoms[at - 1]?.kind !== "open" || atoms[at + 1]?.kind !== "close") return null;
  const others = atoms.filter((atom): atom is AmountAtom => atom.kind === "amount" && atom !== own);
  const [only] = others;
  if (only === undefined || others.length > 1 || (only.unit !== null && only.unit !== own.unit)) return null;
  const equal = compare(only.amount.min, own.amount.min) === 0 && compare(only.amount.max, own.amount.max) === 0;
  return equal ? { kind: "noun", unit: own.unit, plural: false, from: own.from, to: own.to } : null;
};

export interface Settled {
  readonly atoms: readonly Atom[];
  readonly stated: readonly StatedAmount[];
}

/**
 * Leaves one amount for each dose: "take one 30mg tablet (30mg)" counts tablets and states 30 mg.
 */
export const settleAmounts = (all: readonly Atom[]): Settled => {
  const atoms = [...all];
  const stated: StatedAmount[] = [];
  const keep = (amount: StatedAmount | null): void => {
    if (amount !== null) stated.push(amount);
  };
  let depth = 0;
  let whenSeen = false;
  let countSeen = false;
  for (let i = 0; i < atoms.length; i += 1) {
    const atom = atoms[i];
    if (atom === undefined) break;
    if (atom.kind === "open") depth += 1;
    if (atom.kind === "close") depth -= 1;
    if (atom.kind === "stated" && atom.stated !== null) stated.push(atom.stated);
    if (["times", "every", "part", "weekdays"].includes(atom.kind)) whenSeen = true;
    if (atom.kind !== "amount") continue;
    const patch = patchStrength(atoms, i);
    if (patch !== null) {
      keep(patch.stated);
      atoms[i] = patch.one;
      countSeen = true;
      continue;
    }
    const strengthBehind = depth > 0 && atoms[i + 1]?.kind === "noun";
    const trailing = whenSeen && (countSeen || strengthBehind) ? settleTrailing(atoms, i, depth) : null;
    if (trailing !== null) {
      keep(trailing.stated);
      for (let j = i; j <= trailing.to; j += 1)
        atoms[j] = { kind: "harmless", from: atoms[j]?.from ?? 0, to: atoms[j]?.to ?? 0 };
      continue;
    }
    const again = whenSeen ? restatedCount(atoms, i) : null;
    if (again !== null) {
      atoms[i] = again;
      continue;
    }
    const second = neighbour(atoms, i);
    const settled = second === null ? null : settlePair(atoms, i, second);
    if (settled !== null) {
      keep(settled.stated);
      const dropped = atoms[settled.drop];
      atoms[settled.drop] = { kind: "harmless", from: dropped?.from ?? 0, to: dropped?.to ?? 0 };
      if (settled.drop === i) continue;
      i -= 1;
      continue;
    }
    if (!isMass(atom.unit)) countSeen = true;
  }
  return { atoms, stated };
};
