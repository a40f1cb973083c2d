import { compare, ratio, times } from "../../quantity/ratio.ts";
import { MEASURED } from "../words/units.ts";
import type { Dose } from "./adding.ts";

/** More at once, or more often, than any medicine is taken: a slip of typing. */
const WIDE = ratio(10);
const PLAUSIBLE_EACH = ratio(40);
const PLAUSIBLE_MEASURED = ratio(100_000);
const PLAUSIBLE_TIMES = ratio(24);

export const implausible = ({ clause, frequency }: Dose): boolean => {
  const limit =
    clause.unit === null || clause.unit === "unit" || MEASURED.has(clause.unit) ? PLAUSIBLE_MEASURED : PLAUSIBLE_EACH;
  const { max } = clause.amount.amount;
  // "1-22 tablets": a digit too many.
  const counted = clause.unit === null || (clause.unit !== "unit" && !MEASURED.has(clause.unit));
  if (
    counted &&
    compare(max, WIDE) > 0 &&
    compare(max, times(clause.amount.amount.min, ratio(4))) > 0 &&
    !clause.amount.upTo
  )
    return true;
  if (clause.unit === null && compare(max, PLAUSIBLE_EACH) > 0) return true;
  return compare(max, limit) > 0 || compare(frequency.aDay.max, PLAUSIBLE_TIMES) > 0 || max.n === 0;
};
