import { DAY_NAMES } from "../words/times.ts";
import { harmless, type Found } from "./atoms.ts";
import { readClock, readClockRange } from "./clock.ts";
import type { Before } from "./in-context.ts";
import { wordAt, type Tokens } from "./number.ts";
import { readPart } from "./part-of-day.ts";

const isDay = (word: string): boolean => DAY_NAMES.has(word);

/** "8am 1", "8am - 1", "8am: 1". */
const isDoseNext = (tokens: Tokens, at: number): boolean =>
  tokens[at]?.value != null || ([":", "-"].includes(wordAt(tokens, at)) && tokens[at + 1]?.value != null);

const hourPair = (tokens: Tokens, at: number): boolean =>
  tokens[at]?.digits === true &&
  ["and", "&", "/"].includes(wordAt(tokens, at + 1)) &&
  wordAt(tokens, at + 2) === wordAt(tokens, at);

/** "8am": an hour of the clock after a dose or a rate, two doses in the morning at the start ("2 am, 1 pm"). */
export const readPartHere = (tokens: Tokens, at: number, before: Before): Found | null => {
  // "twice a day, last dose before 8pm": a dose that is settled, and until when.
  const until = wordAt(tokens, at) === "before" && before.said !== "nothing" && !before.amountWaits;
  const limit = until ? readClock(tokens, at + 1, true) : null;
  const more = limit !== null && (tokens[limit.next]?.value != null || tokens[limit.next + 1]?.value != null);
  if (limit !== null && !more) return harmless(limit.next);
  // "12 hourly at 8 and 8": the hours of a rhythm that is settled.
  if (wordAt(tokens, at) === "at" && before.said === "rate" && !before.amountWaits) {
    const ends = hourPair(tokens, at + 1) && ["", ".", ")", ","].includes(wordAt(tokens, at + 4));
    if (ends) return harmless(at + 4);
  }
  const range = before.amountSeen ? readClockRange(tokens, at) : null;
  if (range !== null)
    return before.said === "nothing" || before.last === "and" || before.amountWaits ? range : harmless(range.next);
  const bare = tokens[at]?.digits === true && ["am", "pm"].includes(wordAt(tokens, at + 1));
  const night = wordAt(tokens, at + 1) === "am" && Number(wordAt(tokens, at)) < 6 && tokens[at + 1]?.attached !== true;
  // "1 bd (1 am, 2 pm)": doses after all, which are not those before.
  if (bare && night && before.said === "rate" && !before.clockSeen)
    return { atom: { kind: "bad", reason: "two-readings" }, next: at + 2 };
  // "1am 2pm": hours of the clock, or doses.
  const hour = bare && tokens[at + 1]?.attached === true && !before.amountWaits && !before.clockSeen;
  if (
    hour &&
    before.said === "nothing" &&
    tokens[at + 2]?.value != null &&
    wordAt(tokens, at + 3) === (wordAt(tokens, at + 1) === "am" ? "pm" : "am") &&
    tokens[at + 3]?.attached === true &&
    Number(wordAt(tokens, at)) < 6
  )
    return { atom: { kind: "bad", reason: "two-readings" }, next: at + 2 };
  const opens = before.said === "nothing" && Number(wordAt(tokens, at)) >= 6 && isDoseNext(tokens, at + 2);
  const clock = before.amountWaits || before.clockSeen || before.said === "rate" || opens;
  // "8am and 8pm": hours, and no word of how much.
  if (bare && !clock && Number(wordAt(tokens, at)) >= 6)
    return { atom: { kind: "bad", reason: "no-amount" }, next: at + 2 };
  if (bare && !clock && before.said === "part") return { atom: { kind: "bad", reason: "two-readings" }, next: at + 2 };
  return readPart(tokens, at, clock, isDay);
};
