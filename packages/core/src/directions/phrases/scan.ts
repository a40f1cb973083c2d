import { ONE } from "../../quantity/ratio.ts";
import { DANGER } from "../words/danger.ts";
import { DOSE_WORDS } from "../words/lexicon.ts";
import { CHANGE_VERBS, GLUE, HARMLESS, VERBS } from "../words/harmless.ts";
import { NEED_WORDS, SYMPTOM_WORDS } from "../words/need.ts";
import { DAY_NAMES, PART_OF_DAY, TIMES_A_DAY } from "../words/times.ts";
import { UNIT_WORDS } from "../words/units.ts";
import type { Atom, Found } from "./atoms.ts";
import { readAmount } from "./amount.ts";
import { readCap, readCapAfter } from "./cap.ts";
import { readAsDirected, readConnector } from "./connect.ts";
import { readHarmless } from "./harmless.ts";
import { readInterval, readSpacing } from "./interval.ts";
import { readLasting } from "./lasting.ts";
import { readNeed } from "./need.ts";
import { wordAt, type Tokens } from "./number.ts";
import { readPart } from "./part-of-day.ts";
import { rulesAt, type RuleName } from "./rules.ts";
import { readStated } from "./stated.ts";
import { fromNone, readTimes } from "./times.ts";
import { readWeekdays } from "./weekdays.ts";

const isDay = (word: string): boolean => DAY_NAMES.has(word);

/** What went before that changes how the next words are read. */
interface Before {
  readonly amountWaits: boolean;
  readonly clockSeen: boolean;
}

/** "up to" before an amount or a frequency: from none to that. */
const readUpTo = (tokens: Tokens, at: number, before: Before): Found | null => {
  if (wordAt(tokens, at) !== "up" || wordAt(tokens, at + 1) !== "to") return null;
  const next = wordAt(tokens, at + 2) === "a" && tokens[at + 3]?.value != null ? at + 3 : at + 2;
  const often = readInterval(tokens, next) ?? readTimesHere(tokens, next, before);
  if (often !== null) return fromNone(often);
  const amount = readAmount(tokens, next);
  if (amount?.atom.kind !== "amount") return null;
  return { ...amount, atom: { ...amount.atom, upTo: true } };
};

/** "one extra", "an additional 2", "another one": on top of what went before. */
const readExtra = (tokens: Tokens, at: number): Found | null => {
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

/** "1 x daily" with no amount before it: one, daily. */
const readTimesHere = (tokens: Tokens, at: number, before: Before): Found | null => {
  const one = wordAt(tokens, at) === "1" || wordAt(tokens, at) === "one";
  if (one && wordAt(tokens, at + 1) === "x" && !before.amountWaits) return null;
  return readTimes(tokens, at);
};

/** "1 x 40mg", "1 x bd", "2 of 5mg": the x between an amount and what follows. */
const readLink = (tokens: Tokens, at: number, before: Before): Found | null => {
  if (!before.amountWaits || !["x", "of", "@"].includes(wordAt(tokens, at))) return null;
  const next = tokens[at + 1];
  if (next === undefined) return null;
  const linked =
    next.value !== null ||
    TIMES_A_DAY.has(next.word) ||
    PART_OF_DAY.has(next.word) ||
    UNIT_WORDS.has(next.word) ||
    ["daily", "a", "at", "per", "every", "each", "the", "once", "twice", "in"].includes(next.word);
  return linked ? { atom: { kind: "harmless" }, next: at + 1 } : null;
};

const carries = (tokens: Tokens, at: number): boolean => {
  const token = tokens[at];
  return token === undefined || token.value !== null || DOSE_WORDS.has(token.word) || !/^[a-z]+$/.test(token.word);
};

const HAS_MEANING: ReadonlySet<string> = new Set(["or", "before"]);

/** "with food or milk", "before physiotherapy": no dose on the other side. */
const readPlainJoin = (tokens: Tokens, at: number): Found | null => {
  const word = wordAt(tokens, at);
  if (
    !HAS_MEANING.has(word) ||
    carries(tokens, at + 1) ||
    VERBS.has(wordAt(tokens, at + 1)) ||
    GLUE.has(wordAt(tokens, at + 1))
  )
    return null;
  if (NEED_STARTS.has(wordAt(tokens, at + 1))) return null;
  if (word === "or" && (at === 0 || carries(tokens, at - 1))) return null;
  return { atom: { kind: "harmless" }, next: at + 2 };
};

const NEED_STARTS: ReadonlySet<string> = new Set(["prn", "as", "when", "if", "where"]);

const readWord = (tokens: Tokens, at: number): Found => {
  const word = wordAt(tokens, at);
  const next = at + 1;
  if (CHANGE_VERBS.has(word)) return { atom: { kind: "change" }, next };
  if (VERBS.has(word) || (word === "t" && tokens[next]?.value != null)) return { atom: { kind: "verb" }, next };
  const unit = UNIT_WORDS.get(word);
  if (unit !== undefined && word.length > 1 && word !== "dose") return { atom: { kind: "noun", unit }, next };
  const carriesDose =
    tokens[at]?.digits === true ||
    tokens[at]?.value != null ||
    DANGER.has(word) ||
    UNIT_WORDS.has(word) ||
    !/^[a-z]+$/.test(word);
  if (carriesDose)
    return {
      atom: {
        kind: "bad",
        reason: word === "stop" ? "not-a-dose" : word === "/" || word === "or" ? "two-readings" : "not-understood",
      },
      next,
    };
  if (GLUE.has(word) || HARMLESS.has(word) || SYMPTOM_WORDS.has(word)) return { atom: { kind: "harmless" }, next };
  if (NEED_WORDS.has(word)) return { atom: { kind: "bad", reason: "not-understood" }, next };
  return { atom: { kind: "word" }, next };
};

type Reader = (tokens: Tokens, at: number, before: Before) => Found | null;

const READERS: Readonly<Record<RuleName, Reader>> = {
  "as-directed": readAsDirected,
  need: readNeed,
  harmless: readHarmless,
  cap: readCap,
  "up-to": readUpTo,
  spacing: readSpacing,
  stated: readStated,
  "cap-after": readCapAfter,
  interval: readInterval,
  weekdays: readWeekdays,
  lasting: readLasting,
  times: readTimesHere,
  link: readLink,
  part: (tokens, at, before) => readPart(tokens, at, before.amountWaits || before.clockSeen, isDay),
  extra: readExtra,
  amount: readAmount,
  "plain-join": readPlainJoin,
  connector: readConnector,
  word: readWord,
};

const readAt = (tokens: Tokens, at: number, before: Before): Found => {
  const token = tokens[at];
  for (const rule of rulesAt(token?.word ?? "", token !== undefined && (token.value !== null || token.digits))) {
    const found = READERS[rule](tokens, at, before);
    if (found !== null) return found;
  }
  return readWord(tokens, at);
};

const QUIET: ReadonlySet<Atom["kind"]> = new Set([
  "harmless",
  "verb",
  "word",
  "noun",
  "need",
  "open",
  "close",
  "stated",
]);

/** Each piece of the text with what it means, in order; nothing is passed over. */
export const scan = (tokens: Tokens): readonly Atom[] => {
  const atoms: Atom[] = [];
  let before: Before = { amountWaits: false, clockSeen: false };
  for (let at = 0; at < tokens.length;) {
    const found = readAt(tokens, at, before);
    atoms.push({ ...found.atom, from: at, to: found.next });
    const { atom } = found;
    const clock = atom.kind === "part" && atom.written === "clock";
    before = {
      amountWaits: atom.kind === "amount" || (before.amountWaits && QUIET.has(atom.kind)),
      clockSeen: before.clockSeen || clock,
    };
    at = Math.max(found.next, at + 1);
  }
  return atoms;
};
