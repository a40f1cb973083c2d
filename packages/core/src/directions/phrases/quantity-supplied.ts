import { compare, ratio } from "../../quantity/ratio.ts";
import { DAY_WORDS, MONTH_WORDS, PART_OF_DAY, WEEK_WORDS, WEEKLY_WORDS } from "../words/times.ts";
import { UNIT_WORDS } from "../words/units.ts";
import { harmless, type Found } from "./atoms.ts";
import type { Before } from "./in-context.ts";
import { readInterval } from "./interval.ts";
import { readNumber, wordAt, type Tokens } from "./number.ts";
import { readTimes } from "./times.ts";

const LEADS: ReadonlySet<string> = new Set(
  "owing owed owe owes qty quantity quant mitte disp dispense dispensed supply supplied issue issued instalments installments instalment prescribe prescribed tto tta".split(
    " ",
  ),
);
const AFTER_LEAD: ReadonlySet<string> = new Set(
  "of : = a total last weekly monthly just only in is - for every each".split(" "),
);
const CLOSERS: ReadonlySet<string> = new Set(
  "issues repeats scripts prescriptions supplies supplied issued owing owed dispensed left remaining prescribed tto tta supply instalments".split(
    " ",
  ),
);
const TAIL: ReadonlySet<string> = new Set(
  "at a time per each every supply supplies worth only weekly monthly month week fortnight fortnightly tto tta script prescription issue on repeat repeats pack box dispensed".split(
    " ",
  ),
);
/** Sizes of packs and of usual supplies: at the end of a text, after a whole dose, a number of these is no dose. */
const PACK_SIZES: ReadonlySet<number> = new Set([
  14, 20, 21, 28, 30, 42, 48, 50, 56, 60, 63, 84, 90, 100, 112, 120, 150, 168, 180, 200, 224, 250, 300, 500,
]);
const PATCH_PACKS: ReadonlySet<number> = new Set([4, 5, 8, 10, 12, 15, 16, 20, 30]);
const ENDS: ReadonlySet<string> = new Set(["", ".", ")", ";"]);

const isSpan = (word: string): boolean => DAY_WORDS.has(word) || WEEK_WORDS.has(word) || MONTH_WORDS.has(word);

/** True where the number is followed by how often it is taken, and so is a dose. */
const isDosed = (tokens: Tokens, at: number): boolean => {
  const rate = readTimes(tokens, at);
  if (rate?.atom.kind === "times" && rate.atom.days >= 7) return false;
  const named = ["at", "in", "the", "each", "every"].includes(wordAt(tokens, at));
  const part = tokens.slice(at, named ? at + 3 : at + 1).some(({ word }) => PART_OF_DAY.has(word));
  return (rate !== null && rate.atom.kind === "times") || readInterval(tokens, at) !== null || part;
};

interface Counted {
  readonly size: number;
  readonly unit: string;
  readonly next: number;
}

const countAt = (tokens: Tokens, at: number): Counted | null => {
  const number = readNumber(tokens, at);
  if (number === null || number.slash || number.value.d !== 1) return null;
  let next = number.next;
  if (wordAt(tokens, next) === "x") next += 1;
  const word = wordAt(tokens, next);
  // "issued 01/02/2024": a date.
  if (word === "/") return null;
  const unit = UNIT_WORDS.get(word) ?? "";
  if (unit === "mg" || unit === "microgram" || unit === "g") return null;
  return { size: number.value.n, unit, next: unit !== "" || isSpan(word) ? next + 1 : next };
};

const withTail = (tokens: Tokens, at: number): number => {
  let i = at;
  while (TAIL.has(wordAt(tokens, i)) || WEEKLY_WORDS.has(wordAt(tokens, i))) i += 1;
  return i;
};

const BOXES: ReadonlySet<string> = new Set([
  "box",
  "boxes",
  "pack",
  "packs",
  "packet",
  "packets",
  "bottle",
  "bottles",
  "op",
  "strip",
  "strips",
]);

/** "max 1 box per month": how much is handed out. */
const boxes = (tokens: Tokens, at: number): Found | null => {
  if (!["max", "maximum", "only"].includes(wordAt(tokens, at)) && !LEADS.has(wordAt(tokens, at))) return null;
  const number = readNumber(tokens, at + 1);
  if (number === null) return null;
  const supply =
    isSpan(wordAt(tokens, number.next)) && ["supply", "supplies"].includes(wordAt(tokens, number.next + 1));
  return supply || BOXES.has(wordAt(tokens, number.next)) ? harmless(withTail(tokens, number.next + 1)) : null;
};

/** "100 tabs to last 1 month". */
const toLast = (tokens: Tokens, at: number): number => {
  let i = at;
  while (["to", "must", "should", "has", "last", "for", "at", "least"].includes(wordAt(tokens, i))) i += 1;
  if (!tokens.slice(at, i).some(({ word }) => word === "last")) return -1;
  const number = readNumber(tokens, i);
  const next = number?.next ?? (wordAt(tokens, i) === "a" ? i + 1 : -1);
  return next > 0 && isSpan(wordAt(tokens, next)) ? next + 1 : -1;
};

const afterLead = (tokens: Tokens, at: number): Found | null => {
  if (!LEADS.has(wordAt(tokens, at))) return null;
  let i = at + 1;
  while (AFTER_LEAD.has(wordAt(tokens, i))) i += 1;
  const count = countAt(tokens, i);
  return count === null || isDosed(tokens, count.next) ? null : harmless(withTail(tokens, count.next));
};

/** "56 tabs - 1 bd": the quantity of the whole prescription at its head. */
const heading = (tokens: Tokens, at: number): Found | null => {
  if (at !== 0 || tokens[0]?.digits !== true) return null;
  const count = countAt(tokens, at);
  if (count === null || count.unit === "" || count.unit === "ml" || !PACK_SIZES.has(count.size)) return null;
  const mark = wordAt(tokens, count.next);
  return [":", "-"].includes(mark) && tokens[count.next + 1]?.value != null ? harmless(count.next + 1) : null;
};

/** "28 supplied", "2 left on repeat", "56 per month", "(56)". */
const afterDose = (tokens: Tokens, at: number, before: Before): Found | null => {
  if (!before.amountSeen || before.amountWaits || before.said === "nothing") return null;
  const start = wordAt(tokens, at) === "x" || wordAt(tokens, at) === "#" ? at + 1 : at;
  const count = countAt(tokens, start);
  if (count === null) return null;
  const next = wordAt(tokens, count.next);
  if (tokens[start]?.digits !== true) return BOXES.has(next) ? harmless(withTail(tokens, count.next + 1)) : null;
  if (CLOSERS.has(next)) return harmless(withTail(tokens, count.next + 1));
  // "56 tablets to be supplied".
  if (next === "to" && wordAt(tokens, count.next + 1) === "be" && CLOSERS.has(wordAt(tokens, count.next + 2)))
    return harmless(withTail(tokens, count.next + 3));
  const lasts = toLast(tokens, count.next);
  if (lasts > 0) return harmless(lasts);
  const monthly =
    next === "monthly" || (["per", "a", "each"].includes(next) && MONTH_WORDS.has(wordAt(tokens, count.next + 1)));
  if (monthly) return harmless(withTail(tokens, count.next));
  if (BOXES.has(next)) return harmless(withTail(tokens, count.next + 1));
  if (count.unit === "patch" && PATCH_PACKS.has(count.size) && ENDS.has(next)) return harmless(count.next);
  const span = isSpan(wordAt(tokens, count.next - 1));
  return !span && PACK_SIZES.has(count.size) && ENDS.has(next) && compare(ratio(count.size), ratio(14)) >= 0
    ? harmless(count.next)
    : null;
};

/** How many were handed out or are owed: "owing 28", "qty 56", "28 tablets supplied", "(56)". */
export const readQuantitySupplied = (tokens: Tokens, at: number, before: Before): Found | null =>
  heading(tokens, at) ?? boxes(tokens, at) ?? afterLead(tokens, at) ?? afterDose(tokens, at, before);

export const QUANTITY_STARTS: readonly string[] = [...LEADS, "x", "#", "max", "maximum", "only"];
