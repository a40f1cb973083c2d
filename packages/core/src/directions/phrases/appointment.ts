import { DAY_WORDS, WEEK_WORDS } from "../words/times.ts";
import { harmless, type Found } from "./atoms.ts";
import { readNumber, wordAt, type Tokens } from "./number.ts";

const REVIEW: ReadonlySet<string> = new Set([
  "review",
  "reviewed",
  "rv",
  "reassess",
  "see",
  "tci",
  "appointment",
  "bloods",
  "return",
  "check",
  "checks",
  "monitoring",
  "levels",
  "ordering",
  "inr",
]);

/** "review monthly": how often someone is seen. */
const REGULARLY: ReadonlySet<string> = new Set(["monthly", "weekly", "regularly", "yearly", "annually"]);

const DATE_LEADS: ReadonlySet<string> = new Set([
  "review",
  "until",
  "till",
  "due",
  "from",
  "date",
  "dated",
  "on",
  "rv",
  "since",
  "before",
  "by",
  "r/v",
  "reviewed",
  "after",
  "started",
  "commenced",
  "dob",
  "born",
]);

/** Behind these a day and a month are a date, however short: "dated 21/7". */
const DATED: ReadonlySet<string> = new Set([
  "dated",
  "date",
  "started",
  "commenced",
  "since",
  "dob",
  "born",
  "due",
  "by",
  "before",
]);

const DUE: ReadonlySet<string> = new Set(["due", "review", "date", "dated", "before", "by"]);

/** "12/05/2024", "3.4.21": a whole date, wherever it stands. */
export const wholeDate = (tokens: Tokens, at: number): number => {
  const [day, month, year] = [tokens[at], tokens[at + 2], tokens[at + 4]];
  const mark = wordAt(tokens, at + 1);
  if (day?.digits !== true || (mark !== "/" && mark !== "-") || wordAt(tokens, at + 3) !== mark) return -1;
  if (month?.digits !== true || year?.digits !== true || Number(day.word) > 31 || Number(month.word) > 12) return -1;
  const long = year.word.length === 4 && year.word.startsWith("20");
  const recent = /^(?:1[5-9]|[23]\d)$/.test(year.word);
  const short = year.word.length === 2 && mark === "/" && (recent || day.word.length === 2 || month.word.length === 2);
  return long || short ? at + 5 : -1;
};

/** "12.03.24", "since 2019". */
const dottedDate = (tokens: Tokens, at: number): number => {
  if (!/^(?:[0-2]?\d|3[01])\.(?:0?\d|1[0-2])$/.test(wordAt(tokens, at)) || tokens[at]?.digits !== true) return -1;
  if (/^\.\d{2}$/.test(wordAt(tokens, at + 1)) && tokens[at + 1]?.attached === true) return at + 2;
  return wordAt(tokens, at + 1) === "." && /^20\d\d$/.test(wordAt(tokens, at + 2)) ? at + 3 : -1;
};
const yearAt = (tokens: Tokens, at: number): number =>
  /^(?:19[5-9]|20[0-4])\d$/.test(wordAt(tokens, at)) ? at + 1 : -1;

/** "due 12/05": a day of a month. */
const dayOfMonth = (tokens: Tokens, at: number, short: boolean): number => {
  const [day, month] = [tokens[at], tokens[at + 2]];
  if (day?.digits !== true || wordAt(tokens, at + 1) !== "/" || month?.digits !== true) return -1;
  if (wordAt(tokens, at + 3) === "/") return -1;
  return (short || month.word.length === 2) &&
    Number(month.word) <= 12 &&
    Number(day.word) <= 31 &&
    Number(month.word) > 0
    ? at + 3
    : -1;
};

/** "due 09/26": a month of a year. */
const monthAndYear = (tokens: Tokens, at: number): boolean =>
  /^(?:0?[1-9]|1[0-2])$/.test(wordAt(tokens, at)) &&
  wordAt(tokens, at + 1) === "/" &&
  /^(?:2[4-9]|3\d)$/.test(wordAt(tokens, at + 2)) &&
  wordAt(tokens, at + 3) !== "/";

const MONTHS: ReadonlySet<string> = new Set(
  "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october november december".split(
    " ",
  ),
);

/** "3 June 25": a year of two digits behind a day and a month, where the text or its part ends there. */
const shortYear = (tokens: Tokens, at: number): boolean =>
  /^[23]\d$/.test(wordAt(tokens, at)) && ["", ".", ",", ":", ";", ")", "-"].includes(wordAt(tokens, at + 1));

/** "March 2024", "12th June 2025": a month by name, with its year or its day. */
const monthByName = (tokens: Tokens, at: number): number => {
  let i = at;
  const day = tokens[i]?.digits === true && Number(wordAt(tokens, i)) <= 31;
  if (day) i += ["st", "nd", "rd", "th"].includes(wordAt(tokens, i + 1)) ? 2 : 1;
  if (!MONTHS.has(wordAt(tokens, i))) return -1;
  const year = /^20\d\d$/.test(wordAt(tokens, i + 1)) || shortYear(tokens, i + 1);
  return year ? i + 2 : day ? i + 1 : -1;
};

/** "review due 12/05/2024", "until 3.4.21": a date is no dose. */
export const readDate = (tokens: Tokens, at: number): Found | null => {
  const whole = Math.max(wholeDate(tokens, at), dottedDate(tokens, at));
  if (whole > 0) return harmless(whole);
  // "(pain clinic Aug 2019)".
  const behindNumber = tokens[at - 1]?.value != null;
  if (!behindNumber && MONTHS.has(wordAt(tokens, at)) && /^20[0-4]\d$/.test(wordAt(tokens, at + 1)))
    return harmless(at + 2);
  if (!DATE_LEADS.has(wordAt(tokens, at))) return null;
  const lead = wordAt(tokens, at);
  const from = ["by", "on", ":"].includes(wordAt(tokens, at + 1)) ? at + 2 : at + 1;
  const partial = DUE.has(lead) || DATED.has(lead) ? dayOfMonth(tokens, from, DATED.has(lead)) : -1;
  if (partial > 0) return harmless(partial);
  if (DUE.has(lead) && monthAndYear(tokens, from)) return harmless(from + 3);
  let i = at + 1;
  while (["due", "on", "date", "by", "in", ":", "is", "before", "-"].includes(wordAt(tokens, i))) i += 1;
  const named = Math.max(monthByName(tokens, i), yearAt(tokens, i));
  if (named > 0) return harmless(named);
  const mark = wordAt(tokens, i + 1);
  if (mark !== "/" && mark !== "." && mark !== "-") return null;
  const [day, month, year] = [tokens[i], tokens[i + 2], tokens[i + 4]];
  if (day?.digits !== true || month?.digits !== true || Number(day.word) > 31) return null;
  if (
    wordAt(tokens, i + 3) === mark &&
    year?.digits === true &&
    (year.word.length === 4 || year.word.length === 2) &&
    Number(month.word) <= 12
  )
    return harmless(i + 5);
  return month.word.length === 4 && month.word.startsWith("20") && Number(day.word) <= 12 ? harmless(i + 3) : null;
};

/** "review in 2 weeks", "review after 1/12": when someone is seen, not how long the dose lasts. */
export const readReview = (tokens: Tokens, at: number): Found | null => {
  const word = wordAt(tokens, at);
  const upcoming = word === "next" && REVIEW.has(wordAt(tokens, at + 1));
  if (!upcoming && !REVIEW.has(word)) return null;
  if (upcoming) return harmless(at + 1);
  let i = at + 1;
  while (
    [
      "in",
      "after",
      "at",
      "@",
      "every",
      "gp",
      "dr",
      "doctor",
      "nurse",
      "by",
      "us",
      "again",
      "me",
      "with",
      "due",
      "back",
      "pharmacist",
      "the",
      "surgery",
      "pain",
      "clinic",
    ].includes(wordAt(tokens, i))
  )
    i += 1;
  if (REGULARLY.has(wordAt(tokens, i)) && word !== "see") return harmless(i + 1);
  const article =
    ["a", "another", "the"].includes(wordAt(tokens, i)) && !["dose", "pain"].includes(wordAt(tokens, i + 1));
  const number = readNumber(tokens, i);
  if (number === null && !article) return null;
  let next = number?.next ?? i + 1;
  if (wordAt(tokens, next) === "/" && ["7", "52", "12"].includes(wordAt(tokens, next + 1))) return harmless(next + 2);
  if (wordAt(tokens, next) === "-" && tokens[next + 1]?.value != null) next += 2;
  if (wordAt(tokens, next) === "-" && wordAt(tokens, next + 1) === "monthly") next += 1;
  const unit = wordAt(tokens, next);
  return DAY_WORDS.has(unit) ||
    WEEK_WORDS.has(unit) ||
    ["month", "months", "mths", "monthly", "weekly", "year", "years"].includes(unit)
    ? harmless(next + 1)
    : null;
};

export const APPOINTMENT_STARTS: readonly string[] = [...REVIEW, ...DATE_LEADS, ...MONTHS, "next"];
