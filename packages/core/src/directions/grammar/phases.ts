import type { Atom } from "../phrases/atoms.ts";
import { isWhen } from "./clauses.ts";
import { isRefusal, refuse, type Refusal } from "./refusal.ts";

/** The atoms of one stretch, and how long it lasts where the text says. */
export interface Stretch {
  readonly atoms: readonly Atom[];
  readonly days: number | null;
  readonly oneDay: boolean;
}

interface Open {
  atoms: Atom[];
  days: number | null;
  lasting: boolean;
  /** The length was said before any amount: "for 7 days: 1 mane, 2 nocte" is of both. */
  ahead: boolean;
  oneDay: boolean;
  amount: boolean;
  ended: boolean;
  /** Opened by "increase to": where it names an amount alone, it is taken as often as the one before. */
  changed: boolean;
}

const open = (changed = false): Open => ({
  atoms: [],
  days: null,
  lasting: false,
  ahead: false,
  oneDay: false,
  amount: false,
  ended: false,
  changed,
});

const onlyParts = (stretch: Open): boolean => {
  const whens = stretch.atoms.filter(isWhen);
  return whens.length > 0 && whens.every((atom) => atom.kind === "part");
};

/** "every 72 hours (3 days)" says its interval twice; it does not last three days. */
const restatesInterval = (atoms: readonly Atom[], days: number | null): boolean => {
  const last = atoms.findLast((atom) => !["open", "comma", "harmless"].includes(atom.kind));
  if (days === null || atoms.at(-1)?.kind !== "open") return false;
  if (last?.kind === "times") return last.days === days && last.days > 1;
  return last?.kind === "every" && last.hours.max.n === days * 24 * last.hours.max.d;
};

/** "increasing to two daily after 1 week": how long the dose before it lasts, said behind the new one. */
const timeAhead = (atoms: readonly Atom[], at: number): number | null => {
  const rest = atoms.slice(at + 1);
  const found = rest.findIndex((atom) => atom.kind === "after-time");
  const other = rest.findIndex((atom) => atom.kind === "then" || atom.kind === "lasting");
  const time = rest[found];
  return time?.kind === "after-time" &&
    (other < 0 || found < other) &&
    rest.slice(0, found).some((atom) => atom.kind === "amount")
    ? time.days
    : null;
};

/** "4 tabs day 1, 3 tabs day 2": the day stands behind its dose. */
const saidOfDose = (atom: Atom | undefined): boolean =>
  atom !== undefined && (atom.kind === "amount" || atom.kind === "noun" || isWhen(atom));

const split = (atoms: readonly Atom[]): readonly Open[] | Refusal => {
  const daysHead =
    atoms.find((atom) => atom.kind === "amount" || (atom.kind === "lasting" && atom.heads))?.kind !== "amount";
  const stretches: Open[] = [];
  let current = open();
  const next = (changed = false): void => {
    stretches.push(current);
    current = open(changed);
  };
  for (const [index, atom] of atoms.entries()) {
    if (current.ended && (atom.kind === "amount" || isWhen(atom))) return refuse("not-a-dose", atom);
    if (atom.kind === "stop-after") {
      // "... then 1 bd then stop": after other stretches the last one may end without its days.
      if (!current.lasting && stretches.length === 0) return refuse("not-a-dose", atom);
      current.ended = true;
    } else if (atom.kind === "lasting") {
      const behind = atom.heads && !daysHead;
      if (behind && !saidOfDose(atoms[index - 1])) return refuse("two-readings", atom);
      if (atom.heads && daysHead && current.amount) next();
      if (restatesInterval(current.atoms, atom.days)) continue;
      if (current.lasting && current.days !== atom.days) return refuse("two-readings", atom);
      current.ahead ||= !current.amount;
      current.lasting = true;
      current.days = atom.days;
      current.oneDay ||= atom.days === 1;
    } else if (atom.kind === "after-time") {
      // "one daily, after 1 week increase to two": the first stretch ends then; behind the new dose it was looked ahead for.
      if (!current.amount || current.lasting) continue;
      if (stretches.length > 0) continue;
      current.lasting = true;
      current.days = atom.days;
    } else if (atom.kind === "once-only") {
      const usual = current.atoms.some(isWhen);
      if (usual) return refuse("two-readings", atom);
      current.oneDay = true;
      current.lasting = true;
      current.days = 1;
    } else if (
      atom.kind === "then" &&
      !atoms.some((later, place) => place > index && (later.kind === "amount" || isWhen(later)))
    ) {
      // "for 3 days then prn": how much then is not said.
      if (atoms.some((later, place) => place > index && later.kind === "need")) return refuse("two-readings", atom);
      continue;
    } else if (
      atom.kind === "then" &&
      current.amount &&
      (current.lasting || !onlyParts(current) || !onlyPartsAfter(atoms, index) || timeAhead(atoms, index) !== null)
    ) {
      const ahead = timeAhead(atoms, index);
      if (!current.lasting && ahead === null) return refuse("two-readings", atom);
      current.days ??= current.lasting ? null : ahead;
      next(atom.change);
    } else {
      if (atom.kind === "amount" && current.amount && current.lasting && !current.ahead) next();
      if (atom.kind === "amount") current.amount = true;
      current.atoms.push(atom);
    }
  }
  stretches.push(current);
  return stretches;
};

/** "2 in the morning then 1 at night" is one day, not two stretches. */
const onlyPartsAfter = (atoms: readonly Atom[], at: number): boolean => {
  const whens = atoms.slice(at + 1).filter(isWhen);
  return (
    whens.length > 0 && whens.every((atom) => atom.kind === "part") && !atoms.some((atom) => atom.kind === "lasting")
  );
};

/** "one at night for a week then twice a day": the amount stays where only the times change. */
const withAmountBefore = (own: readonly Atom[], before: readonly Atom[] | undefined): readonly Atom[] => {
  const amounts = before?.filter((atom) => atom.kind === "amount") ?? [];
  const [only] = amounts;
  const lacks = own.some(isWhen) && !own.some((atom) => atom.kind === "amount" || atom.kind === "change");
  return lacks && only !== undefined && amounts.length === 1 ? [only, ...own] : own;
};

/** "25mg at night for 1 week then 50mg": an amount alone behind one that is taken once a day is taken so, too. */
const onceAtPart = (own: readonly Atom[], before: readonly Atom[] | undefined): boolean => {
  const whens = before?.filter(isWhen) ?? [];
  const amounts = own.filter((atom) => atom.kind === "amount");
  const [only, last] = [whens[0], before?.filter((atom) => atom.kind === "amount")];
  return (
    whens.length === 1 &&
    only?.kind === "part" &&
    only.part !== "meal" &&
    amounts.length === 1 &&
    last?.length === 1 &&
    !own.some((atom) => atom.kind === "need" || atom.kind === "cap")
  );
};

/** "10mg nocte, increase to 20mg after a week": the times stay where only the amount changes. */
const withWhensBefore = (own: readonly Atom[], before: readonly Atom[] | undefined): readonly Atom[] =>
  before === undefined || own.some(isWhen) ? own : [...own, ...before.filter(isWhen)];

/** "two tablets as a single dose": one day, where nothing says how often. */
const singleDose = (own: readonly Atom[]): boolean =>
  own.some((atom) => atom.kind === "harmless" && atom.single === true) &&
  !own.some((atom) => isWhen(atom) || atom.kind === "need" || atom.kind === "cap");

/**
 * The stretches of a text in order: at "then", at a new amount after a length of time, at "week 2:".
 * Every stretch but the last must say how long it lasts.
 */
export const readStretches = (atoms: readonly Atom[]): readonly Stretch[] | Refusal => {
  const stretches = split(atoms);
  if (isRefusal(stretches)) return stretches;
  const list = stretches as readonly Open[];
  for (const [index, stretch] of list.entries()) {
    if (index < list.length - 1 && stretch.days === null) return refuse("two-readings", stretch.atoms[0]);
    if (stretch.days === 0) return refuse("implausible", stretch.atoms[0]);
  }
  return list.map(({ atoms: own, days, oneDay, changed }, index) => {
    const once = singleDose(own);
    return {
      atoms: withWhensBefore(
        withAmountBefore(own, list[index - 1]?.atoms),
        changed || onceAtPart(own, list[index - 1]?.atoms) ? list[index - 1]?.atoms : undefined,
      ),
      days: days ?? (once ? 1 : null),
      oneDay: oneDay || once,
    };
  });
};
