import { type Ratio, ratio, roundHalfEven, times } from "../../quantity/ratio.ts";
import type { Nanograms } from "../types.ts";

const PER_MG = ratio(1_000_000);

/**
 * Exact mg OME as whole nanograms, halves to even: the one rounding of a dose.
 * @example nanograms(ratio(105, 2)) // 52_500_000
 */
export const nanograms = (mg: Ratio): Nanograms => roundHalfEven(times(mg, PER_MG)) as Nanograms;
