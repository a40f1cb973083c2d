import { compare, over, type Ratio } from "../quantity/ratio.ts";
import { amountsIn, dictionary, type BrandHit } from "./dictionary-index.ts";
import { medicineOf } from "./dictionary.ts";
import { formIn, releaseIn, type FormFamily } from "./form-words.ts";
import type { OpioidReading } from "./name-reading.ts";
import { strengthsOnly, type Amount, type Segment, type StrengthGroup } from "./name-strength.ts";
import { rateOf } from "./stated-strength.ts";

const LONGEST_BRAND = 3;

/** The brand that a name holds: the longest run of its words that the dictionary knows. */
const brandIn = (words: readonly string[]): readonly BrandHit[] => {
  const { brands, brandFirstWords } = dictionary();
  for (let start = 0; start < words.length; start += 1) {
    if (!brandFirstWords.has(words[start] as string)) continue;
    for (let length = LONGEST_BRAND; length > 0; length -= 1) {
      const hits = brands.get(words.slice(start, start + length).join(" "));
      if (hits !== undefined) return hits;
    }
  }
  return [];
};

const sameAmount = (stated: Amount, known: Amount): boolean =>
  compare(stated.value, known.value) === 0 &&
  (stated.unit === known.unit || stated.unit === "none" || known.unit === "none");

const sameAmounts = (stated: readonly Amount[], known: readonly Amount[]): boolean =>
  stated.length === known.length && known.every((each) => stated.some((other) => sameAmount(other, each)));

const patchFits = (hit: BrandHit, rate: Ratio, stated: readonly Amount[], ml: Ratio | null): boolean => {
  const [only, another] = stated;
  if (only === undefined || another !== undefined || ml !== null) return false;
  const said = rateOf(only, hit.entry.row.substance);
  return said !== null && compare(said, rate) === 0;
};

/** Whether the amounts and volume in the text are those of this pack, or its opioid's amount alone. */
const strengthFits = (hit: BrandHit, groups: readonly StrengthGroup[]): boolean => {
  const { entry } = hit;
  const stated = groups.flatMap((group) => group.amounts);
  const volume = groups.find((group) => group.ml !== null) ?? null;
  const ml = volume?.ml ?? null;
  if (entry.microgramsPerHour !== null) return patchFits(hit, entry.microgramsPerHour, stated, ml);
  const [only, another] = stated;
  if (only === undefined || entry.mg === null) return false;
  if (ml !== null) {
    if (entry.ml === null || another !== undefined || only.unit !== "mg") return false;
    if (entry.family === "injection")
      return volume?.volumePrinted === true && compare(only.value, entry.mg) === 0 && compare(ml, entry.ml) === 0;
    return compare(over(only.value, ml), over(entry.mg, entry.ml)) === 0;
  }
  if (entry.row.countedIn === "ml") return false;
  if (sameAmounts(stated, hit.amounts) || sameAmounts(stated, hit.genericAmounts)) return true;
  return another === undefined && only.unit !== "unreadable" && compare(only.value, entry.mg) === 0;
};

const familyFits = (hit: BrandHit, family: FormFamily | null, onlyInjections: boolean): boolean => {
  const own = hit.entry.family;
  if (family === null) return own !== "injection" || onlyInjections;
  if (family === own) return true;
  // "Temgesic 200microgram tablets", "Oramorph 10mg/5ml unit dose vials": the wider word for the same thing.
  if (family === "tablet") return own === "sublingual" || own === "buccal" || own === "lyophilisate";
  return family === "liquid" && /suspension/.test(hit.prepared);
};

/** Nearest to the text: release as said, then an ordinary tablet or capsule before granules and soluble forms. */
const rank = (hit: BrandHit, prepared: string): number => {
  const said = releaseIn(prepared);
  const own = hit.entry.row.release;
  const releaseScore = said === null ? (own === "immediate" ? 0 : 4) : own === said ? 0 : 8;
  const form = formIn(prepared)?.form;
  const formScore = form === undefined ? (hit.entry.family === "sachet" ? 2 : 0) : form === hit.entry.row.form ? 0 : 1;
  const printedOtherwise = hit.entry.ml !== null && !sameAmounts(amountsIn(prepared), hit.genericAmounts) ? 0.5 : 0;
  return releaseScore + formScore + printedOtherwise;
};

/**
 * Reads a name that holds a brand of the dictionary; null where it holds none.
 * A strength that the brand does not have, or none where the brand has several, leaves the strength uncertain.
 */
export const readBrand = (
  prepared: string,
  words: readonly string[],
  segments: readonly Segment[],
): OpioidReading | null => {
  const hits = brandIn(words);
  const [first] = hits;
  if (first === undefined) return null;
  const form = formIn(prepared);
  const release = releaseIn(prepared);
  const groups = strengthsOnly(segments.flatMap((segment) => segment.groups));
  const onlyInjections = hits.every((hit) => hit.entry.family === "injection");
  const inForm = hits.filter((hit) => familyFits(hit, form?.family ?? null, onlyInjections));
  // Physeptone is also a mixture, which the lists of analgesics leave out: read by substance.
  if (inForm.length === 0 && first.entry.row.substance === "methadone" && form?.family === "liquid") return null;
  const fitting = inForm
    .filter((hit) => (groups.length === 0 ? hit.amounts.length === 0 : strengthFits(hit, groups)))
    .toSorted((a, b) => rank(a, prepared) - rank(b, prepared));
  const best = fitting[0];
  const medicine = best === undefined ? null : medicineOf(best.entry, best.brand);
  if (best !== undefined && medicine !== null && !contradictsRelease(best, release))
    return { kind: "medicine", medicine, entry: best.entry, brand: best.brand, release };
  return {
    kind: "no-strength",
    substance: first.entry.row.substance,
    family: form?.family ?? null,
    release,
    printed: groups,
    maintenance: hits.every((hit) => hit.entry.row.use === "maintenance"),
    found: prepared,
  };
};

const contradictsRelease = (hit: BrandHit, said: string | null): boolean =>
  said === "modified" && hit.entry.row.release === "immediate";
