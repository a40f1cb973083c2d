import { compare, over, ratio, times, type Ratio } from "../quantity/ratio.ts";
import { dictionary, pairKey } from "./dictionary-index.ts";
import type { FormReading } from "./form-words.ts";
import { COMBINATION_WORDS, OTHER_WORDS } from "./ingredient-words.ts";
import { strengthsOnly, type Amount, type Segment, type StrengthGroup } from "./name-strength.ts";
import type { Opioid, Release } from "./types.ts";

/** What the name says of the opioid part, before it is matched with a product. */
export type Stated =
  | { readonly per: "unit"; readonly mg: Ratio; readonly inMl: Ratio | null }
  | { readonly per: "volume"; readonly mg: Ratio; readonly ml: Ratio; readonly printed: boolean }
  | { readonly per: "hour"; readonly microgramsPerHour: Ratio };

/** The question put to the dictionary: what a name says besides the strength. */
export interface Asked {
  readonly substance: Opioid;
  readonly others: readonly string[];
  readonly form: FormReading | null;
  readonly release: Release | null;
}

export const BIG_OTHERS: ReadonlySet<string> = new Set(["paracetamol", "aspirin", "ibuprofen"]);

/**
 * Which of two amounts is the opioid's: by a pair that a product has; else paracetamol, aspirin and ibuprofen are the
 * one of 200 mg or more beside at most 100 mg, and naloxone is a half or a quarter of its opioid. Null where neither tells.
 */
const opioidOfPair = (substance: Opioid, other: string, a: Ratio, b: Ratio, onlyKnown: boolean): Ratio | null => {
  const { pairs } = dictionary();
  const forward = pairs.has(pairKey(substance, other, a, b));
  const backward = pairs.has(pairKey(substance, other, b, a));
  if (forward !== backward) return forward ? a : b;
  if (onlyKnown || forward) return null;
  const [small, big] = compare(a, b) < 0 ? [a, b] : [b, a];
  if (BIG_OTHERS.has(other) && compare(big, ratio(200)) >= 0 && compare(small, ratio(100)) <= 0) return small;
  if (
    other === "naloxone" &&
    (compare(big, times(small, ratio(2))) === 0 || compare(big, times(small, ratio(4))) === 0)
  )
    return big;
  return null;
};

const readable = (amounts: readonly Amount[]): boolean =>
  amounts.every((amount) => amount.unit === "mg" || amount.unit === "none");

/** Every strength of the name as one: amounts in order, and the volume if one is named. */
const together = (
  groups: readonly StrengthGroup[],
): { amounts: readonly Amount[]; ml: Ratio | null; printed: boolean } | null => {
  const amounts = groups.flatMap((group) => group.amounts);
  const volumes = groups.flatMap(({ ml, volumePrinted }) => (ml === null ? [] : [{ ml, printed: volumePrinted }]));
  const [first] = volumes;
  if (first === undefined) return { amounts, ml: null, printed: false };
  return volumes.every(({ ml }) => compare(ml, first.ml) === 0) ? { amounts, ...first } : null;
};

const inVolume = (mg: Ratio, ml: Ratio | null, printed: boolean): Stated =>
  ml === null ? { per: "unit", mg, inMl: null } : { per: "volume", mg, ml, printed };

const statedOfPair = (
  asked: Asked,
  other: string,
  groups: readonly StrengthGroup[],
  onlyKnown: boolean,
): Stated | null => {
  const all = together(groups);
  if (all === null || !readable(all.amounts)) return null;
  const [a, b, another] = all.amounts;
  if (a === undefined || another !== undefined) return null;
  if (b === undefined) return onlyKnown && all.ml === null ? statedOfKnownOpioid(asked, other, a) : null;
  const mg = opioidOfPair(asked.substance, other, a.value, b.value, onlyKnown);
  return mg === null ? null : inVolume(mg, all.ml, all.printed);
};

/** "Co-codamol 30mg tablets": sure where 30 is an opioid strength of that combination and never the other's. */
const statedOfKnownOpioid = (asked: Asked, other: string, amount: Amount): Stated | null => {
  if (amount.unit !== "mg") return null;
  const start = `${asked.substance}|${other}|${amount.value.n}/${amount.value.d}|`;
  const end = `|${amount.value.n}/${amount.value.d}`;
  let asOpioid = false;
  for (const pair of dictionary().pairs) {
    if (pair.startsWith(start)) asOpioid = true;
    if (pair.startsWith(`${asked.substance}|${other}|`) && pair.endsWith(end)) return null;
  }
  return asOpioid ? { per: "unit", mg: amount.value, inMl: null } : null;
};

const FENTANYL_TWELVE = ratio(25, 2);
const THOUSAND = ratio(1000);

/** 12.5 micrograms an hour is what the fentanyl patch labelled 12 releases; records use both. */
const labelledRate = (substance: Opioid, rate: Ratio): Ratio =>
  substance === "fentanyl" && compare(rate, FENTANYL_TWELVE) === 0 ? ratio(12) : rate;

/**
 * The rate of a patch in micrograms an hour, as a name states it: "25mcg/hr", "25mcg" and "25" are the same.
 * "25mg" comes to 25000, the rate of no patch. Null for an amount that cannot be read.
 */
export const rateOf = (amount: Amount, substance: Opioid): Ratio | null => {
  if (amount.unit === "unreadable") return null;
  return labelledRate(substance, amount.unit === "mg" ? times(amount.value, THOUSAND) : amount.value);
};

const statedOfPatch = (asked: Asked, groups: readonly StrengthGroup[]): Stated | null => {
  const [only, another] = groups.flatMap((group) => group.amounts);
  if (only === undefined || another !== undefined || groups.some((group) => group.ml !== null)) return null;
  const rate = rateOf(only, asked.substance);
  return rate === null ? null : { per: "hour", microgramsPerHour: rate };
};

/** One opioid with one amount of its own; a bare number is no strength. */
const statedAlone = (segment: Segment): Stated | null => {
  const groups = strengthsOnly(segment.groups);
  const [first] = groups;
  const [amount] = first?.amounts ?? [];
  if (first === undefined || amount === undefined) return null;
  const perMl = (mg: Ratio, ml: Ratio | null): Ratio => (ml === null ? mg : over(mg, ml));
  const saysTheSame = (group: StrengthGroup): boolean =>
    (group.ml === null) === (first.ml === null) &&
    group.amounts.every(
      ({ value, unit }) => unit === "mg" && compare(perMl(value, group.ml), perMl(amount.value, first.ml)) === 0,
    );
  return groups.every(saysTheSame) ? inVolume(amount.value, first.ml, first.volumePrinted) : null;
};

const isRate = (groups: readonly StrengthGroup[]): boolean =>
  groups.some((group) => group.amounts.some((amount) => amount.unit === "microgram/hour"));

/** The opioid's strength as the name states it; null where it states none, or more than one reading is left. */
export const statedStrength = (
  asked: Asked,
  segments: readonly Segment[],
  isOpioidWord: (word: string) => boolean,
): Stated | null => {
  const groups = strengthsOnly(segments.flatMap((segment) => segment.groups));
  if (asked.form?.family === "patch" || (asked.form === null && isRate(groups))) return statedOfPatch(asked, groups);
  const [other, another] = asked.others;
  if (other !== undefined && segments.some((segment) => segment.words.some((word) => COMBINATION_WORDS.has(word))))
    return statedOfPair(asked, other, groups, true);
  const own = segments.find((segment) => segment.words.some(isOpioidWord));
  if (own === undefined) return null;
  const eachItsOwn =
    other !== undefined &&
    own.groups.length > 0 &&
    own.groups.every((group) => group.amounts.length === 1) &&
    !own.words.some((word) => OTHER_WORDS.has(word));
  if (eachItsOwn) return statedAlone(own);
  if (other !== undefined) return another === undefined ? statedOfPair(asked, other, groups, false) : null;
  const merged: Segment = { words: own.words, groups, volumes: own.volumes };
  return statedAlone(merged);
};
