import { DAY_WORDS, MONTH_WORDS, WEEK_WORDS } from "../words/times.ts";
import { UNIT_WORDS } from "../words/units.ts";
import { harmless, type Found } from "./atoms.ts";
import type { Before } from "./in-context.ts";
import { after, readNumber, wordAt, type Tokens } from "./number.ts";

const BATCHES: ReadonlySet<string> = new Set([
  "batch",
  "issue",
  "issued",
  "script",
  "rx",
  "collection",
  "instalment",
  "page",
  "part",
  "serial",
  "no",
]);
const LIMITS: readonly (readonly string[])[] = [
  ["no", "more", "than"],
  ["not", "more", "than"],
  ["not", "before"],
  ["not", "within"],
  ["max"],
  ["maximum"],
  ["only"],
];
const SUPPLIED: ReadonlySet<string> = new Set(
  "supply supplies worth script scripts prescription at a time one any issue issued use without review".split(" "),
);

const isSpan = (word: string): boolean => DAY_WORDS.has(word) || WEEK_WORDS.has(word) || MONTH_WORDS.has(word);

/** "batch 1 of 6", "issue 2/6": which of several prescriptions it is. */
const batch = (tokens: Tokens, at: number): number => {
  if (!BATCHES.has(wordAt(tokens, at))) return -1;
  let i = at + 1;
  while (["no", "number", ":", "rx"].includes(wordAt(tokens, i))) i += 1;
  const [first, second] = [tokens[i], tokens[i + 2]];
  const of = wordAt(tokens, i + 1) === "of" || wordAt(tokens, i + 1) === "/";
  return first?.digits === true && second?.digits === true && of && !isSpan(wordAt(tokens, i + 3)) ? i + 3 : -1;
};

/** "no more than 28 days at a time", "not before 28 days": how long a supply is. */
const limit = (tokens: Tokens, at: number): number => {
  for (const lead of LIMITS) {
    const start = after(tokens, at, ...lead);
    const number = start < 0 ? null : readNumber(tokens, start);
    if (number === null || !isSpan(wordAt(tokens, number.next))) continue;
    let i = number.next + 1;
    while (SUPPLIED.has(wordAt(tokens, i))) i += 1;
    const said = i > number.next + 1 || lead.includes("before") || lead.includes("within");
    return said && ["", ".", ")", ",", ";"].includes(wordAt(tokens, i)) ? i : -1;
  }
  return -1;
};

const ISSUES: ReadonlySet<string> = new Set(
  "issue issued dispense dispensed supply supplied order reorder request".split(" "),
);

/** "do not issue before 12/05/2024", "not to be issued until seen": said of the script where it says until when. */
const notYet = (tokens: Tokens, at: number): number => {
  const starts = [after(tokens, at, "do", "not"), after(tokens, at, "dont"), after(tokens, at, "not", "to", "be")];
  const start = starts.find((next) => next > 0);
  if (start === undefined || !ISSUES.has(wordAt(tokens, start))) return -1;
  return ["before", "until", "till", "early"].includes(wordAt(tokens, start + 1)) ? start + 1 : -1;
};

/** "4 patches = 28 days": how long what is handed out lasts. */
const lasts = (tokens: Tokens, at: number, { said }: Before): number => {
  const ahead = tokens[at]?.value != null && wordAt(tokens, at + 1) === "patch" && wordAt(tokens, at + 2) === "lasts";
  if (said === "nothing" && !ahead) return -1;
  const count = readNumber(tokens, at);
  if (count === null || !UNIT_WORDS.has(wordAt(tokens, count.next))) return -1;
  if (!["=", "for", "lasts", "last", "per"].includes(wordAt(tokens, count.next + 1))) return -1;
  const span = readNumber(tokens, count.next + 2);
  return span !== null && isSpan(wordAt(tokens, span.next)) && span.value.n >= 7 ? span.next + 1 : -1;
};

/** Which script of several it is, and how long a supply may last: neither changes the dose. */
export const readIssueLimit = (tokens: Tokens, at: number, before: Before): Found | null => {
  if (before.amountWaits) return null;
  const number = tokens[at]?.value != null;
  const rules = number ? [lasts] : [batch, limit, notYet];
  const found = rules.map((rule) => rule(tokens, at, before)).find((next) => next > 0);
  return found === undefined ? null : harmless(found);
};

export const ISSUE_LIMIT_STARTS: readonly string[] = ["do", "dont", ...BATCHES, ...LIMITS.map(([word]) => word ?? "")];
