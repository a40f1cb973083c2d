import { compare, ratio, times } from "../../quantity/ratio.ts";
import { MEASURED } from "../words/units.ts";
import type { Dose } from "./adding.ts";

/** More at once, or more often, than any medicine is taken: a slip of typing. */
const WIDE = ratio(10);
const PLAUSIBLE_EACH = ratio(40);
const PLAUSIBLE_MEASURED = ratio(100_000);
/** "10g": a milligram with a letter lost; no medicine by mouth is five grams at once. */
const PLAUSIBLE_MG = ratio(5000);
const PLAUSIBLE_PATCHES = ratio(6);
const PLAUSIBLE_TIMES = ratio(24);
/** "24 times a day": two to four, the hyphen lost. */
const PLAUSIBLE_COUNT = ratio(10);

/** "12 bd", "23 qds": one to two, two to three, the hyphen lost. */
const LOST_HYPHEN: ReadonlySet<number> = new Set([12, 13, 14, 23, 24, 34]);
const PIECES: ReadonlySet<string | null> = new Set([null, "tablet", "capsule"]);

export const implausible = ({ clause, frequency }: Dose): boolean => {
  const limit =
    clause.unit === null || clause.unit === "unit" || MEASURED.has(clause.unit) ? PLAUSIBLE_MEASURED : PLAUSIBLE_EACH;
  const { max } = clause.amount.amount;
  const run = max.d === 1 && LOST_HYPHEN.has(max.n) && compare(max, clause.amount.amount.min) === 0;
  if (run && PIECES.has(clause.unit) && !clause.amount.upTo) return true;
  // "patch 25 every 72 hours": its strength.
  if (clause.unit === "patch" && compare(max, PLAUSIBLE_PATCHES) > 0) return true;
  // "1.2 qds": one to two; "12.5 bd": of what is not said.
  const parts = max.d <= 4 && (max.d === 1 || compare(max, WIDE) <= 0);
  if (PIECES.has(clause.unit) && clause.amount.ofDay !== true && !parts) return true;
  if (clause.unit === "mg" && compare(max, PLAUSIBLE_MG) > 0) return true;
  const told = clause.whens.some(({ schedule }) => schedule.kind === "times");
  if (told && compare(frequency.aDay.max, PLAUSIBLE_COUNT) > 0) return true;
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
