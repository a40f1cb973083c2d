import { ONE, ratio, times } from "../../quantity/ratio.ts";
import type { Amount, Atom, Schedule } from "../phrases/atoms.ts";
import type { DoseUnit } from "../types.ts";
import type { Join, When } from "./when.ts";
import { refuse, type Refusal } from "./refusal.ts";

/** One amount with all that is said about when. */
export interface Clause {
  readonly amount: Atom & Amount;
  readonly whens: readonly When[];
  readonly unit: DoseUnit | null;
  readonly join: Join;
  readonly need: boolean;
  /** Stands in brackets: what it says is a remark on the dose before it. */
  readonly bracket: boolean;
}

interface Draft {
  bracket: boolean;
  bothSides: boolean;
  amount: (Atom & Amount) | null;
  whens: When[];
  unit: DoseUnit | null;
  join: Join;
  need: boolean;
}

export const isWhen = (atom: Atom): atom is Atom & Schedule =>
  atom.kind === "times" || atom.kind === "every" || atom.kind === "part" || atom.kind === "weekdays";

type Item = { readonly join: Join; readonly bracket: boolean } & (
  | { readonly is: "amount"; readonly atom: Atom & Amount }
  | { readonly is: "when"; readonly atom: Atom & Schedule }
  | { readonly is: "need"; readonly atom: Atom }
  | { readonly is: "sides" }
  | { readonly is: "noun"; readonly atom: Atom & { kind: "noun" } }
);

const ONCE_A_DAY: Schedule = { kind: "times", times: { min: ONE, max: ONE }, days: 1, style: "a-day", upTo: false };

const STRENGTH: Record<Join, number> = { none: 0, comma: 1, sentence: 2, and: 3, or: 4 };

/** What matters for clauses, each with the strongest word that joins it to what went before. */
const itemsOf = (atoms: readonly Atom[]): readonly Item[] => {
  const items: Item[] = [];
  let join: Join = "none";
  let depth = 0;
  const stronger = (next: Join): void => {
    if (STRENGTH[next] > STRENGTH[join]) join = next;
  };
  for (const atom of atoms) {
    if (atom.kind === "and" || atom.kind === "or") stronger(atom.kind);
    if (atom.kind === "then") stronger("and");
    if (atom.kind === "comma" || atom.kind === "open" || atom.kind === "close") stronger("comma");
    if (atom.kind === "sentence") stronger("sentence");
    if (atom.kind === "open") depth += 1;
    if (atom.kind === "close") depth -= 1;
    const bracket = depth > 0;
    if (atom.kind === "amount") {
      items.push({ is: "amount", atom, join, bracket });
      if (atom.ofDay === true)
        items.push({ is: "when", atom: { ...ONCE_A_DAY, from: atom.from, to: atom.to }, join: "none", bracket });
    } else if (isWhen(atom)) items.push({ is: "when", atom, join, bracket });
    else if (atom.kind === "need") items.push({ is: "need", atom, join, bracket });
    else if (atom.kind === "sides") items.push({ is: "sides", join, bracket });
    else if (atom.kind === "noun") items.push({ is: "noun", atom, join, bracket });
    else continue;
    join = "none";
  }
  return items;
};

/** "change weekly", "apply patch every 72 hours": one patch, its number not written. */
const impliedPatch = (atoms: readonly Atom[], items: readonly Item[]): readonly Item[] => {
  if (items.some((item) => item.is === "amount")) return items;
  const change =
    atoms.find((atom) => atom.kind === "change") ?? atoms.find((atom) => atom.kind === "noun" && atom.unit === "patch");
  const plain = items.every((item) => item.is !== "noun" || (item.atom.unit === "patch" && !item.atom.plural));
  const often = items.some(
    (item) =>
      item.is === "when" && (item.atom.kind === "every" || item.atom.kind === "weekdays" || item.atom.kind === "times"),
  );
  if (change === undefined || !plain || !often) return items;
  const amount: Atom & Amount = {
    kind: "amount",
    amount: { min: ONE, max: ONE },
    unit: "patch",
    upTo: false,
    slash: false,
    extra: false,
    implied: true,
    from: change.from,
    to: change.to,
  };
  return [{ is: "amount", atom: amount, join: "none", bracket: false }, ...items];
};

const draft = (join: Join): Draft => ({
  amount: null,
  whens: [],
  unit: null,
  join,
  need: false,
  bothSides: false,
  bracket: false,
});

/** Amounts first ("2 in the morning, 1 at night") or times first ("morning 2, night 1"). */
const timesFirst = (items: readonly Item[]): boolean => {
  const order = items.filter((item) => item.is === "amount" || item.is === "when");
  if (order[0]?.is !== "when" || order.at(-1)?.is !== "amount") return false;
  return order.filter((item) => item.is === "amount").length > 1;
};

const SIDED: ReadonlySet<DoseUnit> = new Set<DoseUnit>(["spray", "drop", "puff", "dose"]);

/** "2 sprays into each nostril": four. */
const twice = (amount: Atom & Amount): Atom & Amount => ({
  ...amount,
  amount: { min: times(amount.amount.min, ratio(2)), max: times(amount.amount.max, ratio(2)) },
});

const close = (drafts: readonly Draft[]): readonly Clause[] | Refusal => {
  const clauses: Clause[] = [];
  for (const { amount: once, whens, unit: named, join, need, bothSides, bracket } of drafts) {
    if (once === null) return refuse("no-amount", undefined);
    const unit = once.unit ?? named;
    if (bothSides && unit !== null && !SIDED.has(unit)) return refuse("two-readings", once);
    clauses.push({ amount: bothSides ? twice(once) : once, whens, unit, join, need, bracket });
  }
  return clauses;
};

const group = (items: readonly Item[], pairsByTime: boolean): readonly Draft[] | Refusal => {
  const drafts: Draft[] = [];
  let current = draft("none");
  for (const item of items) {
    if (item.is === "noun") {
      if (current.unit === null) current.unit = item.atom.unit;
    } else if (item.is === "need") current.need = true;
    else if (item.is === "sides") current.bothSides = true;
    else if (item.is === "amount") {
      const opens = current.amount !== null;
      const ceiling = item.atom.upTo && current.need;
      if (opens && current.whens.length === 0 && !ceiling)
        return refuse(item.join === "or" ? "two-readings" : "not-understood", item.atom);
      if (opens) {
        drafts.push(current);
        current = draft(item.join);
      }
      current.amount = item.atom;
      current.bracket = item.bracket;
    } else {
      if (pairsByTime && current.amount !== null) {
        drafts.push(current);
        current = draft(item.join);
      }
      current.whens.push({
        schedule: item.atom,
        join: current.whens.length === 0 && current.amount === null ? "none" : item.join,
      });
    }
  }
  drafts.push(current);
  return drafts;
};

/**
 * The doses of one phase: each amount with its times. A daily rhythm that opens the phase ("Daily: 1 in the morning,
 * 2 at night") belongs to all of them.
 */
export const readClauses = (atoms: readonly Atom[]): readonly Clause[] | Refusal => {
  const items = impliedPatch(atoms, itemsOf(atoms));
  if (!items.some((item) => item.is === "amount"))
    return refuse("no-amount", items.find((item) => item.is === "when")?.atom);
  const drafts = group(items, timesFirst(items));
  return "reason" in drafts ? drafts : close(drafts);
};
