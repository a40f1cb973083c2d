import { compare, ratio, times } from "../../quantity/ratio.ts";
import type { Atom } from "../phrases/atoms.ts";
import type { DirectionsReason } from "../types.ts";
import { isWhen } from "./clauses.ts";

type Bad = Atom & { kind: "bad" };

const bad = (atom: Atom, reason: DirectionsReason): Bad => ({ kind: "bad", reason, from: atom.from, to: atom.to });

/** True where a dose has begun and how often follows, with nothing but words between: "3 blah qds". */
const insideDose = (atoms: readonly Atom[], at: number): boolean => {
  const [before, next] = [atoms[at - 1], atoms[at + 1]];
  const opened = before?.kind === "amount" || (before?.kind === "noun" && atoms[at - 2]?.kind === "amount");
  if (!opened) return false;
  return next !== undefined && (isWhen(next) || next.kind === "need");
};

const REMARKS: ReadonlySet<Atom["kind"]> = new Set(["word", "harmless"]);

/** "1 bd, nurse visits Mon and Thu": weekdays behind a whole daily dose and a remark may belong to the remark. */
const apart = (atoms: readonly Atom[], at: number): boolean => {
  for (let i = at - 1, remark = false; i >= 0; i -= 1) {
    const before = atoms[i];
    if (before === undefined) break;
    if (before.kind === "times") return remark && before.days === 1;
    if (before.kind === "amount" || isWhen(before)) return false;
    remark ||= REMARKS.has(before.kind);
  }
  return false;
};

const CHOICES: ReadonlySet<Atom["kind"]> = new Set(["amount", "need", "cap", "verb"]);

const COUNTED: ReadonlySet<string> = new Set(["tablet", "capsule"]);

/** "4 mg tablets bd": a strength, and no word of how many. A single "10mg tablet" is one. */
export const strengthAlone = (atoms: readonly Atom[]): Bad | undefined => {
  for (const [at, atom] of atoms.entries()) {
    // "200mg MR tabs".
    const next = atoms.slice(at + 1).find(({ kind }) => kind !== "harmless");
    if (atom.kind !== "amount" || next?.kind !== "noun" || !next.plural || !COUNTED.has(next.unit)) continue;
    if (atom.unit === "mg" || atom.unit === "microgram" || atom.unit === "g") return bad(atom, "no-amount");
  }
  return undefined;
};

/** "1 bd + oramorph prn": behind a whole dose and another medicine, how often may be said of that one. */
const ofAnother = (atoms: readonly Atom[], at: number): boolean => {
  const [before, atom] = [atoms[at - 1], atoms[at]];
  if (before?.kind !== "harmless" || before.medicine !== true || atom === undefined) return false;
  if (atom.kind !== "need" && !isWhen(atom)) return false;
  const dose = atoms.findIndex(({ kind }) => kind === "amount");
  return dose >= 0 && atoms.slice(dose, at).some(isWhen);
};

/** "10mg bd and prn": on top of the regular doses as many as are needed, and how many is not said. */
const openExtra = (atoms: readonly Atom[], at: number): boolean => {
  if (atoms[at]?.kind !== "need" || atoms[at - 1]?.kind !== "and") return false;
  const before = atoms[at - 2];
  return before !== undefined && isWhen(before) && !atoms.slice(at).some((atom) => isWhen(atom) || atom.kind === "cap");
};

/** "1 (max 2) bd": the most at one time, or of a day. */
const capInside = (atoms: readonly Atom[], at: number): boolean => {
  const cap = atoms[at];
  if (cap?.kind !== "cap" || cap.of !== "not-said") return false;
  const amount = atoms.slice(0, at).findLast(({ kind }) => kind === "amount");
  if (amount?.kind !== "amount") return false;
  const unsaid = !atoms.slice(0, at).some(isWhen) && atoms.slice(at).some(isWhen);
  return unsaid && compare(cap.most, times(amount.amount.max, ratio(2))) <= 0;
};

/**
 * What cannot stand where it stands: an unknown word between a dose and how often (it may be "twice"), an "or" with nothing
 * to choose, "or as directed".
 */
export const misplaced = (atoms: readonly Atom[]): Bad | undefined => {
  for (let at = 0; at < atoms.length; at += 1) {
    const [atom, next] = [atoms[at], atoms[at + 1]];
    if (atom === undefined) break;
    if (atom.kind === "word" && next?.kind === "times" && next.style !== "latin" && next.style !== "counted")
      return bad(atom, "not-understood");
    if (atom.kind === "word" && insideDose(atoms, at)) return bad(atom, "not-understood");
    if (ofAnother(atoms, at) || openExtra(atoms, at) || capInside(atoms, at)) return bad(atom, "two-readings");
    if (atom.kind === "weekdays" && apart(atoms, at)) return bad(atom, "two-readings");
    if (atom.kind !== "or" || next === undefined) continue;
    if (next.kind === "as-directed") return bad(next, "two-readings");
    if (!isWhen(next) && !CHOICES.has(next.kind)) return bad(atom, "not-understood");
  }
  return undefined;
};
