import { NUMBER_WORDS, PART_WORDS } from "../words/numbers.ts";
import * as times from "../words/times.ts";
import { DIRECTED_STARTS } from "./as-directed.ts";
import { BREAKTHROUGH_STARTS } from "./breakthrough.ts";
import { MARK_STARTS } from "./connect.ts";
import { CAP_STARTS } from "./cap-opening.ts";
import { EXCEPT_STARTS } from "./except-days.ts";
import { HARMLESS_STARTS } from "./harmless.ts";
import { LOST_LETTER_STARTS } from "./lost-letter.ts";
import { NEED_STARTS } from "./need.ts";
import { OPEN_CHANGE_STARTS } from "./open-change.ts";
import { PERIOD_STARTS } from "./period.ts";
import { PART_STARTS } from "./part-of-day.ts";
import { SPACING_STARTS } from "./interval.ts";
import { SIDES_STARTS } from "./sides.ts";
import { STEP_STARTS } from "./step.ts";
import { WEAR_STARTS } from "./wear-time.ts";
import { TOTAL_STARTS } from "./stated.ts";

/** The kinds of phrase, in the order in which they are tried at each place. */
export const RULE_ORDER = [
  "lost-letter",
  "as-directed",
  "need",
  "breakthrough",
  "open-change",
  "step",
  "worn",
  "sides",
  "after-time",
  "except-days",
  "harmless",
  "cap",
  "up-to",
  "spacing",
  "stated",
  "cap-after",
  "interval",
  "weekdays",
  "lasting",
  "times",
  "link",
  "part",
  "extra",
  "day-pattern",
  "amount",
  "plain-join",
  "connector",
  "word",
] as const;

export type RuleName = (typeof RULE_ORDER)[number];

/** Rules that may start at a number. */
const AT_NUMBER: ReadonlySet<RuleName> = new Set<RuleName>([
  "worn",
  "harmless",
  "spacing",
  "stated",
  "cap-after",
  "interval",
  "weekdays",
  "lasting",
  "times",
  "part",
  "extra",
  "day-pattern",
  "amount",
  "word",
]);

const words = (text: string): readonly string[] => text.split(" ");

/** Words that a rule may start with; no other word can begin its phrase. */
const STARTS: Readonly<Record<RuleName, ReadonlySet<string> | "any">> = {
  "lost-letter": LOST_LETTER_STARTS,
  "as-directed": DIRECTED_STARTS,
  need: NEED_STARTS,
  breakthrough: BREAKTHROUGH_STARTS,
  "open-change": new Set(OPEN_CHANGE_STARTS),
  step: STEP_STARTS,
  worn: WEAR_STARTS,
  sides: SIDES_STARTS,
  "after-time": new Set(["after"]),
  "except-days": EXCEPT_STARTS,
  harmless: HARMLESS_STARTS,
  cap: CAP_STARTS,
  "up-to": new Set(["up"]),
  spacing: SPACING_STARTS,
  stated: TOTAL_STARTS,
  "cap-after": new Set([...times.TIMES_A_DAY.keys(), ...times.COUNTED_TIMES.keys()]),
  interval: new Set([
    ...words("qqh eod hourly on alternate alternative alt every each q at in half /"),
    ...times.HOURLY_WORDS,
  ]),
  weekdays: new Set([...words("on for every each a the weekdays weekends weekend"), ...times.DAY_NAMES.keys()]),
  lasting: new Set(words("on for the in first day days week weeks wk wks x over f a another half no not")),
  times: new Set([
    "qd",
    ...times.TIMES_A_DAY.keys(),
    ...times.COUNTED_TIMES.keys(),
    ...times.DAILY_WORDS,
    ...times.WEEKLY_WORDS,
    ...PERIOD_STARTS,
    "x",
    "times",
    "fortnightly",
    "monthly",
    "half",
  ]),
  link: new Set(["x", "of", "@"]),
  part: PART_STARTS,
  extra: new Set([...words("extra additional further another a an"), ...PART_WORDS.keys()]),
  "day-pattern": new Set(["a", "half"]),
  amount: new Set(["a", "an", "x", "between", ...PART_WORDS.keys()]),
  "plain-join": new Set(["or", "before"]),
  connector: MARK_STARTS,
  word: "any",
};

const rulesFor = (word: string, number: boolean): readonly RuleName[] =>
  RULE_ORDER.filter((rule) => {
    const starts = STARTS[rule];
    return starts === "any" || starts.has(word) || (number && AT_NUMBER.has(rule));
  });

const FOR_NUMBER = rulesFor("1", true);
const FOR_OTHER = rulesFor("#", false);
const FOR_WORD: ReadonlyMap<string, readonly RuleName[]> = new Map(
  [...new Set(Object.values(STARTS).flatMap((starts) => (starts === "any" ? [] : [...starts])))].map((word) => [
    word,
    rulesFor(word, NUMBER_WORDS.has(word) || /^\d/.test(word)),
  ]),
);

/** The rules worth trying at a word: one look-up in place of twenty refusals. */
export const rulesAt = (word: string, number: boolean): readonly RuleName[] =>
  FOR_WORD.get(word) ?? (number ? FOR_NUMBER : FOR_OTHER);
