import { addDays, type Day } from "@concord/core";
import {
  BREAKTHROUGH,
  STRONG_HIGH,
  STRONG_MODERATE,
  STRONG_UPPER,
  WEAK_AS_NEEDED,
  WEAK_REGULAR,
  type Regimen,
} from "./regimens.ts";
import type { Career, OpioidStretch, Setting } from "./plan.ts";
import { afterIssues, stretchOf } from "./stretch.ts";
import { ago, longAgo, ongoing } from "./when.ts";

/** Treated for long and still, on one regimen, rewritten now and then in other words. */
const steady = (setting: Setting, regimen: Regimen, from: Day): OpioidStretch[] => {
  const { random } = setting;
  const first = stretchOf(random, regimen, { from, to: ongoing(setting) });
  if (!random.in10000(3000)) return [first];
  const change = afterIssues(first, random.between(4, 30));
  if (change > setting.span.end - 60) return [first];
  return [
    { ...first, to: change },
    { ...first, from: change, direction: stretchOf(random, regimen, { from, to: change }).direction },
  ];
};

export const steadyWeakAsNeeded = (setting: Setting): Career => ({
  opioids: steady(setting, setting.random.weighted(WEAK_AS_NEEDED), longAgo(setting)),
  planted: [],
});

export const steadyWeakRegular = (setting: Setting): Career => ({
  opioids: steady(setting, setting.random.weighted(WEAK_REGULAR), longAgo(setting)),
  planted: [],
});

/** A weekly tray from the pharmacy, by repeat dispensing. */
export const weeklyTray = (setting: Setting): Career => {
  const { random } = setting;
  const regimen = random.weighted(WEAK_REGULAR);
  const weekly = { ...regimen, quantities: regimen.quantities.map((quantity) => Math.floor(quantity / 4)) };
  const stretch = stretchOf(random, weekly, {
    from: ago(setting, random.between(200, 700)),
    to: ongoing(setting),
    kind: "repeat dispensing",
  });
  const tray = random.pick([" - weekly tray", " (weekly dosette)", ". Weekly blister pack", " WEEKLY PACK"]);
  const { direction } = stretch;
  return {
    opioids: [
      direction.unreadable === null
        ? { ...stretch, direction: { ...direction, text: direction.text + tray } }
        : stretch,
    ],
    planted: [],
  };
};

export const steadyModerate = (setting: Setting): Career => {
  const { random } = setting;
  const main = random.weighted(STRONG_MODERATE);
  const opioids = steady(setting, main, longAgo(setting));
  const low = (main.product.omeMicrograms ?? 0) <= 60_000 && main.product.name !== "";
  if (low && random.in10000(2500)) opioids.push(breakthrough(setting, opioids));
  return { opioids, planted: [] };
};

const breakthrough = (setting: Setting, opioids: readonly OpioidStretch[]): OpioidStretch => {
  const from = opioids[0]!.from;
  return stretchOf(setting.random, setting.random.weighted(BREAKTHROUGH), {
    from: addDays(from, setting.random.between(0, 60)),
    to: ongoing(setting),
  });
};

export const steadyUpper = (setting: Setting): Career => climbed(setting, setting.random.weighted(STRONG_UPPER));

export const steadyHigh = (setting: Setting): Career => {
  const career = climbed(setting, setting.random.weighted(STRONG_HIGH));
  if (!setting.random.in10000(3000)) return career;
  return { ...career, opioids: [...career.opioids, breakthrough(setting, career.opioids.slice(-1))] };
};

/** Reached step by step and more than a year ago, or already so when the records began. */
const climbed = (setting: Setting, regimen: Regimen): Career => {
  const { random, span, start } = setting;
  const from = addDays(start, random.below(28));
  const room = span.end - 460 - from;
  if (room < 200 || random.in10000(5000)) return { opioids: steady(setting, regimen, from), planted: [] };
  const weak = stretchOf(random, random.weighted(WEAK_REGULAR), { from, to: ongoing(setting) });
  const second = afterIssues(weak, Math.max(1, Math.floor(room / 90)));
  const moderate = stretchOf(random, random.weighted(STRONG_MODERATE), { from: second, to: ongoing(setting) });
  const third = afterIssues(moderate, Math.max(1, Math.floor(room / 120)));
  if (third > span.end - 400) return { opioids: steady(setting, regimen, from), planted: [] };
  return {
    opioids: [{ ...weak, to: second }, { ...moderate, to: third }, ...steady(setting, regimen, third)],
    planted: [],
  };
};

/** Treated for a while some time ago; nothing for the last half year at least. */
export const pastWeak = (setting: Setting): Career => {
  const { random, span, start } = setting;
  const from = (start + random.below(Math.max(1, span.end - 500 - start))) as Day;
  const regimen = random.weighted(random.in10000(8000) ? WEAK_AS_NEEDED : WEAK_REGULAR);
  const first = stretchOf(random, regimen, { from, to: ongoing(setting) });
  const to = Math.min(afterIssues(first, random.between(2, 16)), span.end - 215) as Day;
  return { opioids: to > from ? [{ ...first, to }] : [], planted: [] };
};
