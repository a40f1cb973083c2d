import type { Day } from "@concord/core";
import type { Career, OpioidStretch, OtherStretch, Situation, Span } from "../plan/plan.ts";
import { activeOn, trueDay } from "./day-by-day.ts";

/** OME/day in micrograms: the present high-dose mark. */
const HIGH = 90_000;
/** Three months. */
const LONG = 91;
/** A gap in a treatment up to so many days is no stop. */
const PAUSE = 30;

export interface TrueSituation {
  readonly code: Situation;
  /** So by any reasonable rule; false where the least and the most fall on two sides of a mark. */
  readonly clear: boolean;
}

/** What is true of a person at the end: planted on purpose, or following from the regimen. */
export const situationsOf = (career: Career, others: readonly OtherStretch[], span: Span): TrueSituation[] => {
  const found = new Map<Situation, boolean>();
  const say = (code: Situation, clear = true): void => void found.set(code, (found.get(code) ?? false) || clear);
  for (const code of career.planted) say(code);
  const active = activeOn(career.opioids, span.end);
  const here = active.filter(({ kind, product }) => kind !== "recorded elsewhere" && !product.maintenance);
  const { whole, directed } = trueDay(career.opioids, span.end);
  if (whole.max >= HIGH) say("high-dose", directed.min >= HIGH);
  if (new Set(here.map(({ product }) => product.substance)).size > 1) say("more-than-one-opioid");
  if (here.some(({ direction }) => direction.unreadable !== null)) say("unreadable-directions");
  if (active.some(({ product }) => product.maintenance)) say("maintenance-treatment");
  if (here.length > 0 && runningSince(career.opioids, span.end) <= span.end - LONG)
    say("long-term-use", runningSince(career.opioids, span.end) <= span.end - LONG - PAUSE);
  for (const code of beside(here, others, span)) say(code);
  return [...found].map(([code, clear]) => ({ code, clear }));
};

/** The day since which the person has been on any opioid of the practice with no real gap. */
const runningSince = (stretches: readonly OpioidStretch[], day: Day): number => {
  const spells = stretches
    .filter(({ kind, product }) => kind !== "recorded elsewhere" && !product.maintenance)
    .toSorted((a, b) => b.from - a.from);
  let since: number = day;
  for (const { from, to } of spells) if (to >= since - PAUSE && from < since) since = from;
  return since;
};

const BESIDE = {
  benzodiazepine: "opioid-with-benzodiazepine",
  "z-drug": "opioid-with-z-drug",
  gabapentinoid: "opioid-with-gabapentinoid",
} as const;

const beside = (here: readonly OpioidStretch[], others: readonly OtherStretch[], span: Span): Situation[] => {
  if (here.length === 0) return [];
  const codes: Situation[] = [];
  for (const { product, from, to } of others) {
    const { watched } = product;
    if (watched === null || watched === "naloxone" || from > span.end || to <= span.end) continue;
    codes.push(BESIDE[watched]);
  }
  return codes;
};
