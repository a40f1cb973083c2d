import type { Atom, Found } from "./atoms.ts";
import { readAsDirected } from "./as-directed.ts";
import { readBreakthrough } from "./breakthrough.ts";
import { readCap, readCapAfter } from "./cap.ts";
import { readConnector } from "./connect.ts";
import { readAfterTime } from "./after-time.ts";
import { readDayPattern } from "./day-pattern.ts";
import { readExceptDays } from "./except-days.ts";
import { readHarmless } from "./harmless.ts";
import { readAmountHere, readExtra, readLink, readTimesHere, readUpTo, saidAfter, type Before } from "./in-context.ts";
import { readInterval, readSpacing } from "./interval.ts";
import { readLasting } from "./lasting.ts";
import { readNeed } from "./need.ts";
import { readLostLetter } from "./lost-letter.ts";
import type { Tokens } from "./number.ts";
import { readOpenChange } from "./open-change.ts";
import { readPartHere } from "./part-here.ts";
import { readPlainJoin, readWord } from "./other-words.ts";
import { rulesAt, type RuleName } from "./rules.ts";
import { readSides } from "./sides.ts";
import { readStated } from "./stated.ts";
import { readStep } from "./step.ts";
import { readWearTime } from "./wear-time.ts";
import { readWeekdays } from "./weekdays.ts";

type Reader = (tokens: Tokens, at: number, before: Before) => Found | null;

const READERS: Readonly<Record<RuleName, Reader>> = {
  "lost-letter": readLostLetter,
  "as-directed": readAsDirected,
  need: readNeed,
  breakthrough: readBreakthrough,
  "open-change": readOpenChange,
  step: readStep,
  worn: readWearTime,
  sides: readSides,
  "after-time": readAfterTime,
  "except-days": readExceptDays,
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
  part: readPartHere,
  extra: readExtra,
  "day-pattern": readDayPattern,
  amount: readAmountHere,
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
  let before: Before = { amountWaits: false, amountSeen: false, clockSeen: false, said: "nothing", last: null };
  for (let at = 0; at < tokens.length;) {
    const found = readAt(tokens, at, before);
    atoms.push({ ...found.atom, from: at, to: found.next });
    const { atom } = found;
    const clock = atom.kind === "part" && atom.written === "clock";
    before = {
      amountWaits: atom.kind === "amount" || (before.amountWaits && QUIET.has(atom.kind)),
      amountSeen: before.amountSeen || atom.kind === "amount",
      clockSeen: before.clockSeen || clock,
      said: saidAfter(before, atom),
      last: atom.kind,
    };
    at = Math.max(found.next, at + 1);
  }
  return atoms;
};
