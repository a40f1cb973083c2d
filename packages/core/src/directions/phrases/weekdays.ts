import { DAY_NAMES, DAY_WORDS, PART_OF_DAY, WEEK_WORDS } from "../words/times.ts";
import type { Found } from "./atoms.ts";
import { wordAt, type Tokens } from "./number.ts";

const JOINS: ReadonlySet<string> = new Set(["and", "&", ",", "/", "+", "on", "every", "each", "a"]);

const days = (list: readonly number[], next: number): Found => ({ atom: { kind: "weekdays", days: list }, next });

/** A run of days may go on past joining words, but only where another day follows. */
const nextDay = (tokens: Tokens, at: number): number => {
  let i = at;
  while (i < at + 3 && JOINS.has(wordAt(tokens, i))) i += 1;
  return DAY_NAMES.has(wordAt(tokens, i)) ? i : -1;
};

const through = (from: number, to: number): readonly number[] => {
  const list: number[] = [];
  for (let day = from; ; day = (day + 1) % 7) {
    list.push(day);
    if (day === to) return list;
  }
};

const isDays = (word: string): boolean => DAY_WORDS.has(word) || word === "nights" || word === "mornings";

const daysAWeek = (tokens: Tokens, at: number): Found | null => {
  const start = ["on", "for"].includes(wordAt(tokens, at)) ? at + 1 : at;
  const count = tokens[start]?.value;
  if (count == null || count.d !== 1 || count.n < 1 || count.n > 7 || !isDays(wordAt(tokens, start + 1))) return null;
  let i = start + 2;
  if (wordAt(tokens, i) === "out" && wordAt(tokens, i + 1) === "of" && tokens[i + 2]?.value?.n === 7)
    return days(through(0, count.n - 1), i + 3);
  if (["a", "per", "each", "every", "/", "of", "in"].includes(wordAt(tokens, i))) i += 1;
  if (["a", "the", "each"].includes(wordAt(tokens, i))) i += 1;
  return WEEK_WORDS.has(wordAt(tokens, i)) && i > start + 2 ? days(through(0, count.n - 1), i + 1) : null;
};

/** "on Mondays and Thursdays", "Mon-Fri", "every Sunday", "5 days a week". */
export const readWeekdays = (tokens: Tokens, at: number): Found | null => {
  const counted = daysAWeek(tokens, at);
  if (counted !== null) return counted;
  let i = at;
  while (i < at + 3 && ["on", "every", "each", "a", "the"].includes(wordAt(tokens, i))) i += 1;
  const word = wordAt(tokens, i);
  if (word === "weekdays") return days([0, 1, 2, 3, 4], i + 1);
  if (word === "weekends" || (word === "weekend" && i > at)) return days([5, 6], i + 1);
  // "tablet sat night" is more likely "tablets at night".
  if (word === "sat" && PART_OF_DAY.has(wordAt(tokens, i + 1)))
    return { atom: { kind: "bad", reason: "two-readings" }, next: i + 2 };
  const first = DAY_NAMES.get(word);
  if (first === undefined) return null;
  const join = wordAt(tokens, i + 1);
  const last = DAY_NAMES.get(wordAt(tokens, i + 2));
  if (last !== undefined && (join === "-" || join === "to")) return days(through(first, last), i + 3);
  if (last !== undefined && join === "or") return { atom: { kind: "bad", reason: "two-readings" }, next: i + 3 };
  const list = [first];
  i += 1;
  for (let next = nextDay(tokens, i); next >= 0; next = nextDay(tokens, i)) {
    const day = DAY_NAMES.get(wordAt(tokens, next)) ?? 0;
    if (!list.includes(day)) list.push(day);
    i = next + 1;
  }
  return days(list, i);
};
