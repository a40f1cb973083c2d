import { DAY_WORDS, DAILY_WORDS, MONTH_WORDS, WEEK_WORDS, WEEKLY_WORDS } from "../words/times.ts";
import { readAmount } from "./amount.ts";
import type { Found } from "./atoms.ts";
import type { Before } from "./in-context.ts";
import { after, readNumber, wordAt, type Tokens } from "./number.ts";

const set = (text: string): ReadonlySet<string> => new Set(text.split(" "));

const DOWN = set(
  "reduce reducing reduces decrease decreasing wean weaning taper tapering down drop dropping cut cutting",
);
const UP = set("increase increasing increases titrate titrating");
const LEADS = set("then and to");
const OF_DOSE = set("the dose it down off slowly gradually up");
const PER = set("per each every a an");
const UNTIL = set("until till til");
const ENDED = set("finished stopped off complete completed nil zero gone none discontinued stop");

interface Span {
  readonly days: number;
  readonly next: number;
}

/** "weekly", "a week", "each fortnight", "every 2 weeks", "every month": days from one step to the next. */
const spanAt = (tokens: Tokens, at: number): Span | null => {
  const word = wordAt(tokens, at);
  if (WEEKLY_WORDS.has(word)) return { days: 7, next: at + 1 };
  if (DAILY_WORDS.has(word)) return { days: 1, next: at + 1 };
  if (word === "fortnightly") return { days: 14, next: at + 1 };
  if (word === "monthly") return { days: 30, next: at + 1 };
  if (!PER.has(word)) return null;
  const number = readNumber(tokens, at + 1);
  const unit = number?.next ?? at + 1;
  const count = number?.value ?? { n: 1, d: 1 };
  const span = wordAt(tokens, unit);
  const by = DAY_WORDS.has(span)
    ? 1
    : WEEK_WORDS.has(span)
      ? 7
      : span === "fortnight"
        ? 14
        : MONTH_WORDS.has(span)
          ? 30
          : 0;
  return by === 0 || count.d !== 1 || count.n < 1 ? null : { days: by * count.n, next: unit + 1 };
};

/** "by 10mg", "by one tablet", "by 10%", "by a quarter": the place after it. */
const sizeAt = (tokens: Tokens, at: number): number => {
  const start = wordAt(tokens, at) === "by" ? at + 1 : at;
  const number = readNumber(tokens, start);
  if (number !== null && wordAt(tokens, number.next) === "%") return number.next + 1;
  const amount = readAmount(tokens, start);
  // "by 10mg to 30mg": the step, and what the steps lead to.
  const leads = tokens.slice(start, amount?.next ?? start).findIndex(({ word }) => word === "to");
  if (leads > 0) return start + leads;
  return amount?.atom.kind === "amount" ? amount.next : -1;
};

/** "until finished", "then stop", "as tolerated": how the steps end, and that they may be slower. */
const endAt = (tokens: Tokens, at: number): number => {
  let i = at;
  for (let before = -1; before !== i;) {
    before = i;
    const [word, second] = [wordAt(tokens, i), wordAt(tokens, i + 1)];
    if ((word === "as" || word === "if") && ["tolerated", "able", "possible"].includes(second)) i += 2;
    else if (UNTIL.has(word) && ENDED.has(second)) i += 2;
    else if (word === "to" && ["zero", "nil", "0", "stop"].includes(second)) i += 2;
    else if (word === "then" && second === "stop") i += 2;
    else if (word === "and" && second === "then" && wordAt(tokens, i + 2) === "stop") i += 3;
  }
  return i;
};

/**
 * "reducing by 5mg every week", "increase by 1 weekly to 3 at night", "then reduce": from here on the dose moves in steps.
 * Their size is read to be passed over: where the steps have got to on a day is a band, not a number.
 */
export const readStep = (tokens: Tokens, at: number, { said, amountWaits }: Before): Found | null => {
  if (said === "nothing" || amountWaits) return null;
  let i = at;
  while (i < at + 2 && LEADS.has(wordAt(tokens, i))) i += 1;
  const led = i > at;
  const down = DOWN.has(wordAt(tokens, i));
  if (!down && !UP.has(wordAt(tokens, i))) return null;
  i += 1;
  while (OF_DOSE.has(wordAt(tokens, i))) i += 1;
  const early = spanAt(tokens, i);
  const size = sizeAt(tokens, early?.next ?? i);
  if (size < 0) {
    // "for 5 days then reduce": how fast is not said, and no dose follows.
    const next = endAt(tokens, i);
    const ends = down && led && ["", "."].includes(wordAt(tokens, next));
    return ends ? { atom: { kind: "step", down, days: null, target: false }, next } : null;
  }
  const span = early ?? spanAt(tokens, size);
  if (span === null) return null;
  const next = endAt(tokens, early === null ? span.next : size);
  const target = wordAt(tokens, next) === "to";
  // "to a maximum of 50mg".
  const most = ["max", "maximum"]
    .map((word) => after(tokens, next, "to", "a", word, "of"))
    .find((place) => place > 0 && wordAt(tokens, place + 1) !== "");
  return { atom: { kind: "step", down, days: span.days, target }, next: most ?? (target ? next + 1 : next) };
};

export const STEP_STARTS: ReadonlySet<string> = new Set([...LEADS, ...DOWN, ...UP]);
