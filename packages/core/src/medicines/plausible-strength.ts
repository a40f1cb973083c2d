import { compare, over, ratio, type Ratio } from "../quantity/ratio.ts";
import type { Opioid } from "./types.ts";
import type { FormFamily } from "./form-words.ts";

/**
 * The largest amount that one counted thing (mg) or one ml (mg) of a product met under this name holds, where the UK
 * dictionary has none or a smaller one: strengths of US products. Used only to refuse, never as a strength.
 * General knowledge of labelled strengths; not a clinical fact of the sources.
 */
const OTHER_COUNTRIES: Readonly<Partial<Record<Opioid, Partial<Record<FormFamily, number>>>>> = {
  buprenorphine: { sublingual: 16, buccal: 0.9 },
  butorphanol: { injection: 2, nasal: 10 },
  fentanyl: { injection: 0.05 },
  hydrocodone: { tablet: 120, capsule: 50, liquid: 1 },
  hydromorphone: { tablet: 32, liquid: 1 },
  levorphanol: { tablet: 4 },
  meptazinol: { tablet: 200 },
  oxycodone: { tablet: 160, capsule: 40 },
  oxymorphone: { tablet: 40 },
  pethidine: { tablet: 100 },
  remifentanil: { injection: 5 },
  sufentanil: { injection: 0.05, sublingual: 0.03 },
  tramadol: { tablet: 400 },
};

/** A fifth of the smallest known is still believed (US tablets start lower); less is a slip of unit. */
const SMALLEST_SHARE = ratio(1, 5);

export interface KnownRange {
  readonly least: Ratio;
  readonly most: Ratio;
}

/**
 * Whether an amount (mg in one counted thing, or mg in one ml) may be a product of this substance and form:
 * at most the biggest that is known, at least a fifth of the smallest.
 * Refuses where nothing is known of that substance in that form.
 */
export const isPlausible = (
  amount: Ratio,
  substance: Opioid,
  family: FormFamily,
  known: KnownRange | null,
): boolean => {
  const other = OTHER_COUNTRIES[substance]?.[family];
  const otherMost = other === undefined ? null : ratio(Math.round(other * 1000), 1000);
  const most =
    known === null ? otherMost : otherMost !== null && compare(otherMost, known.most) > 0 ? otherMost : known.most;
  if (most === null || compare(amount, most) > 0) return false;
  return known === null
    ? compare(over(amount, most), ratio(1, 100)) >= 0
    : compare(over(amount, known.least), SMALLEST_SHARE) >= 0;
};
