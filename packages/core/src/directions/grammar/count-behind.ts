import { compare, times } from "../../quantity/ratio.ts";
import type { Amount, Atom } from "../phrases/atoms.ts";
import type { StatedAmount } from "../types.ts";
import { MEASURED } from "../words/units.ts";
import type { Settled } from "./amounts.ts";
import { isWhen } from "./clauses.ts";
import { refuse, type Refusal } from "./refusal.ts";

const QUIET: ReadonlySet<Atom["kind"]> = new Set(["harmless", "noun", "amount", "word"]);
const fixed = ({ amount }: Amount): boolean => compare(amount.min, amount.max) === 0;

const isMassOrCount = ({ kind }: Atom): boolean => kind === "amount";

/** The bracket that holds the amount and nothing else, as its first and last place; null where there is none. */
const bracketOf = (atoms: readonly Atom[], at: number): { from: number; to: number } | null => {
  let [from, to] = [at, at];
  while (from >= 0 && QUIET.has(atoms[from]?.kind ?? "bad")) from -= 1;
  while (to < atoms.length && QUIET.has(atoms[to]?.kind ?? "bad")) to += 1;
  return atoms[from]?.kind === "open" && atoms[to]?.kind === "close" ? { from, to } : null;
};

/**
 * "30mg nocte (3 x 10mg tablets)", "20mg at night (two tablets)": the dose as a mass, and behind it how many that is. The
 * count is the dose, and the mass is stated. Refused where the text's own strength makes it another mass.
 */
export const countBehind = (settled: Settled): Settled | Refusal => {
  const first = settled.atoms.findIndex(isMassOrCount);
  const second = settled.atoms.findIndex((atom, at) => at > first && isMassOrCount(atom));
  if (first < 0 || second < 0 || settled.atoms.findLastIndex(isMassOrCount) !== second) return settled;
  const [mass, count] = [settled.atoms[first], settled.atoms[second]] as [Atom & Amount, Atom & Amount];
  if (mass.unit !== "mg" && mass.unit !== "microgram") return settled;
  const noun = settled.atoms.slice(second).find((atom) => atom.kind === "noun");
  const unit = count.unit ?? (noun?.kind === "noun" ? noun.unit : null);
  const bracket = bracketOf(settled.atoms, second);
  if (unit === null || MEASURED.has(unit) || bracket === null || !fixed(mass) || !fixed(count)) return settled;
  if (!settled.atoms.slice(first, bracket.from).some(isWhen)) return settled;
  const each = settled.stated.find(({ meaning, unit: of }) => meaning === "each" && of === mass.unit);
  if (each !== undefined && compare(times(each.value, count.amount.min), mass.amount.min) !== 0)
    return refuse("contradiction", count);
  const stated: StatedAmount = { value: mass.amount.min, unit: mass.unit, meaning: "dose" };
  const atoms = settled.atoms.flatMap((atom, at) => {
    if (at === first) return [{ ...count, unit, from: mass.from, to: mass.to }];
    return at >= bracket.from && at <= bracket.to ? [] : [atom];
  });
  return { atoms, stated: [...settled.stated, stated] };
};
