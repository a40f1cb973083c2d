import type { Day } from "@concord/core";
import type { MadePerson } from "../make-person.ts";
import type { OpioidStretch, OtherStretch, Situation, Span } from "../plan/plan.ts";
import { activeOn, suppliedOn, trueDay } from "./day-by-day.ts";
import { issuedForPain } from "./spells.ts";
import { courseSituations } from "./situations-over-time.ts";
import type { TrueSituation } from "./true-situation.ts";

/** OME/day in micrograms: the present high-dose mark. */
const HIGH = 90_000;
const WEAK: ReadonlySet<string> = new Set(["codeine", "dihydrocodeine", "tramadol"]);

/** What is true of a person at the end: planted on purpose, or following from the regimen. */
export const situationsOf = (made: MadePerson, span: Span): TrueSituation[] => {
  const found = new Map<Situation, boolean>();
  const say = ({ code, clear }: TrueSituation): void => void found.set(code, (found.get(code) ?? false) || clear);
  for (const code of made.career.planted) say({ code, clear: true });
  for (const situation of onTheDay(made, span)) say(situation);
  for (const situation of courseSituations(made, span)) say(situation);
  return [...found].map(([code, clear]) => ({ code, clear }));
};

const onTheDay = ({ career, others, rows }: MadePerson, span: Span): TrueSituation[] => {
  const active = activeOn(career.opioids, span.end);
  const here = active.filter(issuedForPain);
  const { whole, directed } = trueDay(career.opioids, span.end);
  const supplied = suppliedOn(rows, span.end);
  const maintenance = active.filter(({ product }) => product.maintenance);
  const found: TrueSituation[] = [];
  const say = (holds: boolean, code: Situation, clear = true): void => void (holds && found.push({ code, clear }));
  say(whole.max >= HIGH || supplied >= HIGH, "high-dose", directed.min >= HIGH);
  say(new Set(here.map(({ product }) => product.substance)).size > 1, "more-than-one-opioid");
  say(
    here.some(({ direction }) => direction.unreadable !== null),
    "unreadable-directions",
  );
  say(maintenance.length > 0, "maintenance-treatment");
  const onBuprenorphine = maintenance.some(({ product }) => product.substance === "buprenorphine");
  say(
    onBuprenorphine && here.some(({ product }) => WEAK.has(product.substance)),
    "weak-opioid-with-buprenorphine-maintenance",
  );
  say(elsewhereOnly(active, here), "recorded-elsewhere-only");
  for (const code of active.length === 0 ? [] : besideOn(others, span.end)) say(true, code);
  return found;
};

/** Another service supplies an opioid that the practice does not. */
const elsewhereOnly = (active: readonly OpioidStretch[], here: readonly OpioidStretch[]): boolean => {
  const issued = new Set(here.map(({ product }) => product.substance));
  return active.some(({ kind, product }) => kind === "recorded elsewhere" && !issued.has(product.substance));
};

const BESIDE = {
  benzodiazepine: "opioid-with-benzodiazepine",
  "z-drug": "opioid-with-z-drug",
  gabapentinoid: "opioid-with-gabapentinoid",
} as const;

const besideOn = (others: readonly OtherStretch[], day: Day): Situation[] =>
  others.flatMap(({ product: { watched }, from, to }) =>
    watched === null || watched === "naloxone" || from > day || to <= day ? [] : [BESIDE[watched]],
  );
