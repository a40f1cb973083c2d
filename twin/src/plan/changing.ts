import { addDays, type Day } from "@concord/core";
import { OPIOIDS as o, type OpioidProduct } from "../products/opioids.ts";
import { times, worn } from "../texts/shape.ts";
import type { Career, OpioidStretch, Setting, Situation } from "./plan.ts";
import { STRONG_MODERATE, WEAK_AS_NEEDED, WEAK_REGULAR, type Regimen } from "./regimens.ts";
import { daysEachIssue, stretchOf } from "./stretch.ts";
import { ago, ongoing } from "./when.ts";

const bd = (product: OpioidProduct, amount = 1): Regimen => ({
  share: 1,
  product,
  shape: times(amount, 2),
  quantities: [56 * amount],
});
const patchOf = (product: OpioidProduct, hours: number, quantity: number): Regimen => ({
  share: 1,
  product,
  shape: worn(hours),
  quantities: [quantity],
});

/** Lowest first; each step is licensed strengths only. */
const LADDERS: readonly (readonly Regimen[])[] = [
  [bd(o.morphine10), bd(o.morphine15), bd(o.morphine30), bd(o.morphine30, 2), bd(o.morphine100)],
  [bd(o.zomorph10), bd(o.zomorph10, 2), bd(o.zomorph30), bd(o.zomorph60)],
  [bd(o.oxycodone5mr), bd(o.oxycodone10mr), bd(o.oxycodone20mr), bd(o.oxycodone40mr), bd(o.oxycodone60mr)],
  [patchOf(o.buprenorphine5, 168, 4), patchOf(o.buprenorphine10, 168, 4), patchOf(o.buprenorphine20, 168, 4)],
  [patchOf(o.fentanyl12, 72, 10), patchOf(o.fentanyl25, 72, 10), patchOf(o.fentanyl50, 72, 10)],
];

/** Issues for which the first step of a rise had lasted before the second. */
const FIRST_STEP = 9;
/** A dose that comes down has mostly been there since the records began. */
const FOR_YEARS = 120;

/**
 * Steps one after the other, each so many issues long; the last begins on the given day and runs on. None begins
 * before the records of the person do.
 */
const inSteps = (
  setting: Setting,
  steps: readonly Regimen[],
  lastFrom: Day,
  issuesEach: number,
  firstIssues: number,
): OpioidStretch[] => {
  const { random } = setting;
  const earliest = addDays(setting.start, random.below(28));
  const backwards: OpioidStretch[] = [];
  let to = ongoing(setting);
  for (let nth = steps.length - 1; nth >= 0; nth -= 1) {
    const regimen = steps[nth]!;
    const issues = nth === 0 ? firstIssues : issuesEach;
    const whole = stretchOf(random, regimen, { from: earliest, to, readable: "always" });
    const from = nth === steps.length - 1 ? lastFrom : addDays(to, -Math.round(daysEachIssue(whole) * issues));
    backwards.push({ ...whole, from: Math.max(from, earliest) as Day });
    if (from <= earliest) break;
    to = from;
  }
  return backwards.reverse();
};

/** Stepped up twice in the last half year, to twice the dose or more. */
export const rising = (setting: Setting): Career => {
  const { random } = setting;
  const ladder = random.pick(LADDERS);
  const top = random.between(2, ladder.length - 1);
  const low = top - 2;
  return {
    opioids: inSteps(
      setting,
      ladder.slice(low, top + 1),
      ago(setting, random.between(30, 75)),
      random.between(2, 3),
      FIRST_STEP,
    ),
    planted: ["rising-dose"],
  };
};

/** Coming down a step every two or three issues, and still on the way. */
export const tapering = (setting: Setting): Career => {
  const { random } = setting;
  const ladder = [...random.pick(LADDERS)].reverse();
  const at = random.between(1, ladder.length - 1);
  return {
    opioids: inSteps(
      setting,
      ladder.slice(0, at + 1),
      ago(setting, random.between(20, 110)),
      random.between(2, 5),
      FOR_YEARS,
    ),
    planted: [],
  };
};

/** Came down step by step and stopped, more than half a year ago. */
export const taperedOff = (setting: Setting): Career => {
  const { random } = setting;
  const ladder = [...random.pick(LADDERS)].reverse();
  const steps = inSteps(setting, ladder, ago(setting, random.between(260, 900)), 2, FOR_YEARS);
  const last = steps.at(-1);
  if (last === undefined) return { opioids: [], planted: [] };
  const stop = addDays(last.from, Math.round(daysEachIssue(last) * 2));
  return { opioids: [...steps.slice(0, -1), { ...last, to: stop }], planted: [] };
};

/** From one opioid to another. */
export const switched = (setting: Setting): Career => {
  const { random, span } = setting;
  const before = random.weighted(random.in10000(6000) ? WEAK_REGULAR : STRONG_MODERATE);
  let after = random.weighted(STRONG_MODERATE);
  if (after.product.substance === before.product.substance)
    after = before.product.substance === "morphine" ? bd(o.oxycodone10mr) : bd(o.zomorph10);
  const first = stretchOf(random, before, { from: ago(setting, random.between(500, 1500)), to: ongoing(setting) });
  const each = daysEachIssue(first);
  const issues = Math.max(1, Math.floor((span.end - random.between(60, 380) - first.from) / each));
  const change = addDays(first.from, Math.round(issues * each));
  return {
    opioids: [{ ...first, to: change }, stretchOf(random, after, { from: change, to: ongoing(setting) })],
    planted: [],
  };
};

/** A strong opioid with a weak one beside it. */
export const twoOpioids = (setting: Setting): Career => {
  const { random } = setting;
  const from = ago(setting, random.between(300, 2000));
  const strong = random.weighted(STRONG_MODERATE);
  const weak = random.weighted(WEAK_AS_NEEDED.filter(({ product }) => product.substance !== strong.product.substance));
  return {
    opioids: [
      stretchOf(random, strong, { from, to: ongoing(setting) }),
      stretchOf(random, weak, { from: addDays(from, random.between(0, 90)), to: ongoing(setting) }),
    ],
    planted: [],
  };
};

/** A repeat that simply stopped two to five months ago. */
export const stoppedQuietly = (setting: Setting): Career => {
  const { random, span } = setting;
  const first = stretchOf(random, random.weighted(WEAK_REGULAR), {
    from: ago(setting, random.between(500, 1500)),
    to: ongoing(setting),
  });
  const each = daysEachIssue(first);
  const issues = Math.max(1, Math.floor((span.end - random.between(90, 150) - first.from) / each));
  const planted: Situation[] = ["no-issue-lately"];
  return { opioids: [{ ...first, to: addDays(first.from, Math.round(issues * each)) }], planted };
};
