import { ratio, type Ratio } from "../quantity/ratio.ts";
import type { Opioid, WearTime } from "./types.ts";

const FENTANYL: WearTime = { usualHours: 72, licensedHours: [72], source: "OP-REPO" };
const SEVEN_DAY: WearTime = { usualHours: 168, licensedHours: [168], source: "OP-REPO; OXF (Bunov 7-day)" };
const HAPOCTASIN: WearTime = { usualHours: 72, licensedHours: [72], source: "OXF (Hapoctasin 72-hourly)" };
/**
 * ASK calls 35, 52.5 and 70 "3- or 4-day patches" and twice a week (84 hours) lies between, so each of the three agrees.
 * A generic name does not tell Hapoctasin (72 h) from the others (96 h); the usual one is that of all but one brand.
 */
const THREE_OR_FOUR_DAY: WearTime = {
  usualHours: 96,
  licensedHours: [72, 84, 96],
  source: "OP-REPO (96 h); OXF (Transtec 96-hourly); ASK (3- or 4-day patch)",
};

const isOneOf = (value: Ratio, list: readonly Ratio[]): boolean =>
  list.some((each) => each.n === value.n && each.d === value.d);

const FENTANYL_STRENGTHS = [ratio(12), ratio(25), ratio(75, 2), ratio(50), ratio(75), ratio(100)];
const SEVEN_DAY_STRENGTHS = [ratio(5), ratio(10), ratio(15), ratio(20)];
const THREE_OR_FOUR_DAY_STRENGTHS = [ratio(35), ratio(105, 2), ratio(70)];

/**
 * How long one patch is worn, by substance, strength in micrograms an hour and brand (null for a generic name).
 * Null where the sources have no wear time: another substance or a strength that they do not list.
 * Source: patch intervals of OP-REPO, OXF and ASK.
 * @example wearTime("buprenorphine", ratio(35), "Hapoctasin")?.usualHours // 72
 */
export const wearTime = (substance: Opioid, microgramsPerHour: Ratio, brand: string | null): WearTime | null => {
  if (substance === "fentanyl") return isOneOf(microgramsPerHour, FENTANYL_STRENGTHS) ? FENTANYL : null;
  if (substance !== "buprenorphine") return null;
  if (isOneOf(microgramsPerHour, SEVEN_DAY_STRENGTHS)) return SEVEN_DAY;
  if (!isOneOf(microgramsPerHour, THREE_OR_FOUR_DAY_STRENGTHS)) return null;
  return brand !== null && /^hapoctasin\b/i.test(brand) ? HAPOCTASIN : THREE_OR_FOUR_DAY;
};
