import { ratio } from "../../quantity/ratio.ts";

/*
 * Guards against typing errors, never clinical limits. Each is far above anything that is prescribed (the highest
 * mark in the sources is "about 300 mg a day", source FPM-TAPER-OLD), so that what lies beyond is refused as
 * misread rather than shown as a dose.
 */

/** mg OME a day of one item. */
export const MOST_OME_PER_DAY = ratio(5000);

/** Tablets, capsules, patches worn and the like a day. */
export const MOST_COUNTED_PER_DAY = ratio(100);

/** Millilitres a day. */
export const MOST_ML_PER_DAY = ratio(1000);

/** Tablets, millilitres and the like in one supply. */
export const MOST_IN_A_SUPPLY = ratio(100_000);
