import { compare, ONE } from "../../quantity/ratio.ts";
import { PART_OF_DAY, TIMES_A_DAY } from "../words/times.ts";
import { UNIT_WORDS } from "../words/units.ts";
import { readAmount } from "./amount.ts";
import type { Atom, Found } from "./atoms.ts";
import { readInterval } from "./interval.ts";
import { readRange, wordAt, type Tokens } from "./number.ts";
import { readPeriod } from "./period.ts";
import { fromNone, readTimes } from "./times.ts";

/** What went before that changes how the next words are read. */
export interface Before {
  readonly amountWaits: boolean;
  readonly amountSeen: boolean;
  readonly clockSeen: boolean;
  /** How the text has said when so far: a "2 pm" after it is a dose, an hour of the clock, or either. */
  readonly said: "nothing" | "am-pm" | "rate" | "part";
  /** The kind of the phrase just before; null at the start. */
  readonly last: Atom["kind"] | null;
}

/** "5ml, 4 doses a day": behind an amount, so many times a day. */
const dosesADay = (tokens: Tokens, at: number, before: Before): Found | null => {
  if (!before.amountSeen || tokens[at]?.value == null) return null;
  const range = readRange(tokens, at, false);
  if (range === null || !["dose", "doses"].includes(wordAt(tokens, range.next))) return null;
  const period = readPeriod(tokens, range.next + 1);
  if (period?.days == null) return null;
  return {
    atom: { kind: "times", times: range.range, days: period.days, style: "counted", upTo: false },
    next: period.next,
  };
};

/** "1 x daily" with no amount before it: one, daily. */
export const readTimesHere = (tokens: Tokens, at: number, before: Before): Found | null => {
  const one = wordAt(tokens, at) === "1" || wordAt(tokens, at) === "one";
  if (one && wordAt(tokens, at + 1) === "x" && !before.amountWaits) return null;
  return dosesADay(tokens, at, before) ?? readTimes(tokens, at);
};

/** "1 x 40mg", "1 x bd", "2 of 5mg": the x between an amount and what follows. */
export const readLink = (tokens: Tokens, at: number, before: Before): Found | null => {
  if (!before.amountWaits || !["x", "of", "@"].includes(wordAt(tokens, at))) return null;
  const next = tokens[at + 1];
  if (next === undefined) return null;
  if (wordAt(tokens, at) === "x" && (next.word === "day" || next.word === "d"))
    return {
      atom: { kind: "times", times: { min: ONE, max: ONE }, days: 1, style: "a-day", upTo: false },
      next: at + 2,
    };
  const linked =
    next.value !== null ||
    TIMES_A_DAY.has(next.word) ||
    PART_OF_DAY.has(next.word) ||
    UNIT_WORDS.has(next.word) ||
    ["daily", "a", "at", "per", "every", "each", "the", "once", "twice", "in"].includes(next.word);
  return linked ? { atom: { kind: "harmless" }, next: at + 1 } : null;
};

/** "up to" before an amount or a frequency: from none to that. */
export const readUpTo = (tokens: Tokens, at: number, before: Before): Found | null => {
  if (wordAt(tokens, at) !== "up" || wordAt(tokens, at + 1) !== "to") return null;
  const next = wordAt(tokens, at + 2) === "a" && tokens[at + 3]?.value != null ? at + 3 : at + 2;
  const often = readInterval(tokens, next) ?? readTimesHere(tokens, next, before);
  if (often !== null) return fromNone(often);
  const amount = readAmount(tokens, next);
  if (amount?.atom.kind !== "amount") return null;
  return { ...amount, atom: { ...amount.atom, upTo: true } };
};

/** "one extra", "an additional 2", "another one": on top of what went before. */
export const readExtra = (tokens: Tokens, at: number): Found | null => {
  const lead = wordAt(tokens, at) === "an" || wordAt(tokens, at) === "a" ? at + 1 : at;
  if (["extra", "additional", "further", "another"].includes(wordAt(tokens, lead))) {
    const amount = readAmount(tokens, lead + 1);
    if (amount?.atom.kind === "amount") return { ...amount, atom: { ...amount.atom, extra: true } };
    const unit = UNIT_WORDS.get(wordAt(tokens, lead + 1));
    if (unit === undefined || (lead === at && wordAt(tokens, at) !== "another")) return null;
    return {
      atom: {
        kind: "amount",
        amount: { min: ONE, max: ONE },
        unit,
        upTo: false,
        slash: false,
        extra: true,
        implied: false,
      },
      next: lead + 2,
    };
  }
  const amount = readAmount(tokens, at);
  if (
    amount?.atom.kind !== "amount" ||
    !["extra", "additional", "further", "more"].includes(wordAt(tokens, amount.next))
  )
    return null;
  const unit = UNIT_WORDS.get(wordAt(tokens, amount.next + 1)) ?? null;
  return {
    atom: { ...amount.atom, unit: amount.atom.unit ?? unit, extra: true },
    next: unit !== null && amount.atom.unit === null ? amount.next + 2 : amount.next + 1,
  };
};

const VESSELS: ReadonlySet<string> = new Set(
  `cup cups cupful cupfuls capful capfuls glass glasses glassful bottle bottles box boxes pack packs packet packets strip strips
  pinch pinches measure measures measureful handful pen pens syringe syringes tube tubes sip sips splash`.split(/\s+/),
);

/** "half a cup nocte", "one pack daily": a number of something whose size is not said. */
const countsVessels = (tokens: Tokens, { atom, next }: Found): boolean => {
  let i = next;
  while (["a", "of", "full", "the"].includes(wordAt(tokens, i))) i += 1;
  return atom.kind === "amount" && atom.unit === null && VESSELS.has(wordAt(tokens, i));
};

/** "on and a half" may be a slip of "one and a half": a part after "and" needs something before it. */
export const readAmountHere = (tokens: Tokens, at: number, before: Before): Found | null => {
  // "x2 qds", "patch x1 every 72 hrs".
  const x =
    wordAt(tokens, at) === "x" && !before.amountSeen && before.said === "nothing" && tokens[at + 1]?.digits === true;
  if (wordAt(tokens, at) === "x" && !x) return null;
  const found = readAmount(tokens, x ? at + 1 : at);
  if (found?.atom.kind === "amount" && (found.atom.amount.max.n === 0 || countsVessels(tokens, found)))
    return {
      atom: { kind: "bad", reason: found.atom.amount.max.n === 0 ? "implausible" : "not-understood" },
      next: found.next,
    };
  // "1 bd at 6": an hour of the clock, and which half of the day is not said.
  const hour = wordAt(tokens, at - 1) === "at" && before.amountSeen && tokens[at]?.digits === true;
  if (hour && found?.atom.kind === "amount" && found.atom.unit === null)
    return { atom: { kind: "bad", reason: "two-readings" }, next: found.next };
  const loose = before.said === "nothing" && !before.amountWaits && wordAt(tokens, at - 1) === "and";
  if (found?.atom.kind !== "amount" || !loose || compare(found.atom.amount.max, ONE) >= 0) return found;
  return { atom: { kind: "bad", reason: "two-readings" }, next: found.next };
};

export const saidAfter = ({ said }: Before, atom: Found["atom"]): Before["said"] => {
  if (atom.kind === "part" && atom.written !== "clock")
    return atom.written === "am" || atom.written === "pm" || said === "am-pm" ? "am-pm" : "part";
  return (atom.kind === "times" || atom.kind === "every") && said === "nothing" ? "rate" : said;
};
