import { compare, plus, ratio, times, type Ratio } from "../../quantity/ratio.ts";
import { CHANGE_VERBS } from "../words/harmless.ts";
import { DAY_WORDS, HOUR_WORDS, WEEK_WORDS } from "../words/times.ts";
import type { Found } from "./atoms.ts";
import { every } from "./every.ts";
import { readRange, wordAt, type Tokens } from "./number.ts";

const WORN: ReadonlySet<string> = new Set("leave left wear worn keep on in place it them the patch for".split(" "));
const BETWEEN: ReadonlySet<string> = new Set(["and", "then", ",", ".", "before", "after", "which", ";", "-"]);
const OFF: ReadonlySet<string> = new Set("remove off leave it them the patch for removed of".split(" "));
const WITH_NEW: ReadonlySet<string> = new Set("with a new another fresh one patch it the old".split(" "));

interface Span {
  readonly hours: { readonly min: Ratio; readonly max: Ratio };
  readonly next: number;
}

const spanAt = (tokens: Tokens, at: number): Span | null => {
  const range = readRange(tokens, at, false);
  if (range === null) return null;
  const unit = wordAt(tokens, range.next) === "-" ? range.next + 1 : range.next;
  const word = wordAt(tokens, unit);
  const by = HOUR_WORDS.has(word) ? 1 : DAY_WORDS.has(word) ? 24 : WEEK_WORDS.has(word) ? 168 : 0;
  if (by === 0) return null;
  return { hours: { min: times(range.range.min, ratio(by)), max: times(range.range.max, ratio(by)) }, next: unit + 1 };
};

const skip = (tokens: Tokens, at: number, words: ReadonlySet<string>): number => {
  let i = at;
  while (words.has(wordAt(tokens, i)) && i < at + 7) i += 1;
  return i;
};

/** "12 hours on, 12 hours off": once a day where the two make a day. */
const onAndOff = (tokens: Tokens, at: number, span: Span): Found | null => {
  const second = skip(tokens, skip(tokens, span.next, new Set([...BETWEEN, "on", "/", "followed", "by", "a"])), OFF);
  const off = spanAt(tokens, second);
  if (off === null) return null;
  const said = new Set(tokens.slice(at, off.next + 3).map(({ word }) => word));
  if (!said.has("off") && !said.has("remove") && !said.has("removed") && !said.has("free")) return null;
  const day = plus(span.hours.max, off.hours.max);
  const mark =
    PATCH.has(wordAt(tokens, off.next)) && wordAt(tokens, off.next + 1) === "-" ? off.next + 2 : off.next + 1;
  const bare = PATCH.has(wordAt(tokens, off.next)) && wordAt(tokens, mark) === "free" ? mark + 1 : off.next;
  const free = bare > off.next && wordAt(tokens, bare) === "period" ? bare + 1 : bare;
  const next = wordAt(tokens, free) === "off" ? free + 1 : free;
  return compare(day, ratio(24)) === 0 ? every({ min: ratio(24), max: ratio(24) }, next) : null;
};

const isSpanWord = (tokens: Tokens, at: number): boolean => {
  const word = wordAt(tokens, at);
  return word === "-" || HOUR_WORDS.has(word) || DAY_WORDS.has(word) || WEEK_WORDS.has(word);
};

const SPAN_ADVERBS: ReadonlySet<string> = new Set(["daily", "dly"]);
const PATCH: ReadonlySet<string> = new Set(["patch", "patches", "plaster", "plasters", "ptch"]);

/**
 * How long a patch is worn before the next: "leave on for 72 hours then replace", "for 7 days, then change",
 * "change after 7 days", "12 hours on 12 hours off".
 */
export const readWearTime = (tokens: Tokens, at: number): Found | null => {
  if (tokens[at]?.value != null && !isSpanWord(tokens, at + 1) && !SPAN_ADVERBS.has(wordAt(tokens, at + 1)))
    return null;
  if (!tokens.some(({ word }) => PATCH.has(word))) return null;
  // "1 patch 7 dly": every seven days.
  const dly = ["daily", "dly", "day"].includes(wordAt(tokens, at + 1)) && wordAt(tokens, at - 1) === "patch";
  const days = tokens[at]?.value;
  if (dly && days?.d === 1 && days.n > 2 && days.n <= 14 && tokens[at]?.digits === true)
    return every({ min: ratio(24 * days.n), max: ratio(24 * days.n) }, at + 2);
  // "one patch change 7 days".
  if (CHANGE_VERBS.has(wordAt(tokens, at))) {
    const lasts = tokens[at + 1]?.digits === true ? spanAt(tokens, at + 1) : null;
    const bare =
      lasts !== null && compare(lasts.hours.min, ratio(48)) >= 0 && ["", "."].includes(wordAt(tokens, lasts.next));
    return bare ? every(lasts.hours, lasts.next) : null;
  }
  if (wordAt(tokens, at) === "after") {
    const changed = [at - 1, at - 2, at - 3].some((place) => CHANGE_VERBS.has(wordAt(tokens, place)));
    const span = changed ? spanAt(tokens, at + 1) : null;
    return span === null ? null : every(span.hours, span.next);
  }
  const start = skip(tokens, at, WORN);
  const span = spanAt(tokens, start);
  if (span === null) return null;
  const apart = onAndOff(tokens, at, span);
  if (apart !== null) return apart;
  let i = skip(tokens, span.next, BETWEEN);
  if (i === span.next || (start === at && wordAt(tokens, at - 1) !== "for")) return null;
  if (wordAt(tokens, i) === "remove" || wordAt(tokens, i) === "removing") i = skip(tokens, i + 1, BETWEEN);
  const applied = wordAt(tokens, i) === "apply" && ["a", "new", "another"].includes(wordAt(tokens, i + 1));
  if (!CHANGE_VERBS.has(wordAt(tokens, i)) && !applied) return null;
  const next = skip(tokens, i + 1, WITH_NEW);
  return tokens[next]?.value != null || wordAt(tokens, next) === "every" || wordAt(tokens, next) === "for"
    ? null
    : every(span.hours, next);
};

export const WEAR_STARTS: ReadonlySet<string> = new Set([
  "leave",
  "left",
  "wear",
  "worn",
  "keep",
  "on",
  "for",
  "after",
  ...CHANGE_VERBS,
]);
