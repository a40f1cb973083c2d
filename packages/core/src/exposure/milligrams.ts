import { ratio, roundHalfEven } from "../quantity/ratio.ts";

const NANOGRAMS = 1_000_000;

/**
 * The edge out of exact reckoning: ng OME as mg, or a total over so many days as mg a day, rounded once to six
 * decimals, halves to even.
 * @example milligrams(560_000_000, 90) // 6.222222
 */
export const milligrams = (nanograms: number, days = 1): number => roundHalfEven(ratio(nanograms, days)) / NANOGRAMS;
