import { DAILY_WORDS, DAY_WORDS, HOUR_WORDS, MONTH_WORDS, WEEK_WORDS, WEEKLY_WORDS } from "../words/times.ts";
import { readNumber, wordAt, type Tokens } from "./number.ts";

export interface Period {
  /** Days that the period spans; null for months, which have no fixed number of days. */
  readonly days: number | null;
  readonly style: "daily" | "a-day" | "every-day";
  readonly next: number;
}

const LEADS: ReadonlySet<string> = new Set([
  "a",
  "an",
  "per",
  "/",
  "each",
  "every",
  "in",
  "within",
  "any",
  "the",
  "over",
  "during",
  "p",
  "through",
  "throughout",
  "one",
  "1",
  "any1",
]);

const spanAt = (tokens: Tokens, at: number, lead: string): Period | null => {
  const word = wordAt(tokens, at);
  const style = lead === "every" || lead === "each" ? "every-day" : "a-day";
  if (DAY_WORDS.has(word) && (word !== "d" || lead === "/")) return { days: 1, style, next: at + 1 };
  if (WEEK_WORDS.has(word)) return { days: 7, style, next: at + 1 };
  if (word === "fortnight") return { days: 14, style, next: at + 1 };
  if (MONTH_WORDS.has(word) && word !== "monthly") return { days: null, style, next: at + 1 };
  const number = readNumber(tokens, at);
  if (number !== null && number.value.n === 24 && number.value.d === 1) {
    let next = number.next;
    if (wordAt(tokens, next) === "-") next += 1;
    if (!HOUR_WORDS.has(wordAt(tokens, next))) return null;
    next += 1;
    if (wordAt(tokens, next) === "period") next += 1;
    return { days: 1, style, next };
  }
  return null;
};

/**
 * The time that a number of doses is counted over: "daily", "a day", "/day", "in 24 hours", "in any 24 hour period",
 * "each week".
 */
export const readPeriod = (tokens: Tokens, at: number): Period | null => {
  const word = wordAt(tokens, at);
  if (DAILY_WORDS.has(word)) return { days: 1, style: "daily", next: at + 1 };
  if (WEEKLY_WORDS.has(word)) return { days: 7, style: "daily", next: at + 1 };
  if (word === "fortnightly") return { days: 14, style: "daily", next: at + 1 };
  if (word === "monthly") return { days: null, style: "daily", next: at + 1 };
  if (word === "nightly") return { days: 1, style: "every-day", next: at };
  let i = at;
  let lead = "";
  while (i < at + 3 && LEADS.has(wordAt(tokens, i)) && !(i === at && tokens[i]?.value != null)) {
    lead = wordAt(tokens, i);
    i += 1;
    const span = spanAt(tokens, i, lead);
    // "in 0 days" is no time to count over.
    const found = span?.days === 0 ? { ...span, days: null } : span;
    if (found !== null && lead !== "the") return found;
    if (found !== null && i > at + 1) return found;
  }
  return null;
};

export const PERIOD_STARTS: ReadonlySet<string> = LEADS;
