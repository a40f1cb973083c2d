import type { Day } from "@concord/core";
import type { MadePerson } from "../make-person.ts";
import type { Situation, Span } from "../plan/plan.ts";
import { activeOn, trueDay } from "./day-by-day.ts";
import type { TrueSituation } from "./true-situation.ts";
import { issuedForPain, lastSpell } from "./spells.ts";

const LONG = 91;
/** A gap up to so many days is no stop by any rule; up to the longer, by some. */
const PAUSE = 30;
const LONGEST_PAUSE = 90;
const HIGH = 90_000;
const HALF_YEAR = 182;
const YEAR = 365;
/** A rise: by three tenths and 15 mg by some rules; by half and 20 mg by any. */
const RISE = { tenths: 13, micrograms: 15_000 } as const;
const CLEAR_RISE = { tenths: 15, micrograms: 20_000 } as const;
/** So many days of record without an opioid make a start; fewer may be a gap in the record. */
const KNOWN_BEFORE = 120;
const AFTER_JOINING = 60;
const SOON_AFTER_JOINING = 30;
/** A supply and its grace are over by then. */
const SURELY_OVER = 75;

/** What follows from how a treatment went, up to the end. */
export const courseSituations = (made: MadePerson, span: Span): TrueSituation[] => {
  const current = activeOn(made.career.opioids, span.end).some(issuedForPain);
  return current ? [...longTerm(made, span), ...rise(made, span), ...beginnings(made, span)] : stopped(made, span);
};

const say = (holds: boolean, code: Situation, clear: boolean): TrueSituation[] => (holds ? [{ code, clear }] : []);

const longTerm = ({ career }: MadePerson, span: Span): TrueSituation[] => {
  const days = (pause: number): number => span.end - (lastSpell(career.opioids, span.end, pause)?.from ?? span.end);
  return say(days(LONGEST_PAUSE) >= LONG - 7, "long-term-use", days(PAUSE) >= LONG + 7);
};

const rise = ({ career }: MadePerson, span: Span): TrueSituation[] => {
  const before = trueDay(career.opioids, (span.end - HALF_YEAR) as Day).directed.max;
  const now = trueDay(career.opioids, span.end).directed.max;
  const risen = ({ tenths, micrograms }: typeof RISE | typeof CLEAR_RISE): boolean =>
    before > 0 && now * 10 >= before * tenths && now - before >= micrograms;
  return say(risen(RISE), "rising-dose", risen(CLEAR_RISE));
};

/** Whether the present spell came with the person, or began high after a time without. */
const beginnings = ({ career, person }: MadePerson, span: Span): TrueSituation[] => {
  const spell = lastSpell(career.opioids, span.end, LONGEST_PAUSE);
  if (spell === null) return [];
  const joined = person.registered > span.start;
  const since = spell.from - person.registered;
  if (joined && since <= AFTER_JOINING) return say(true, "inherited-on-registration", since <= SOON_AFTER_JOINING);
  const known = spell.from - Math.max(span.start, person.registered);
  const first = trueDay(career.opioids, spell.from as Day).directed;
  return say(known >= KNOWN_BEFORE && first.max >= HIGH, "high-dose-start", first.min >= HIGH);
};

const stopped = ({ career }: MadePerson, span: Span): TrueSituation[] => {
  const spell = lastSpell(career.opioids, span.end, LONGEST_PAUSE);
  if (spell === null) return [];
  const over = span.end - spell.to;
  const days = spell.to - spell.from;
  return say(
    over <= YEAR && days >= LONG - 60,
    "no-issue-lately",
    over >= SURELY_OVER && over <= YEAR - 60 && days >= LONG + 30,
  );
};
