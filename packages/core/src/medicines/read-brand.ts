import { compare, over } from "../quantity/ratio.ts";
import { dictionary, type BrandHit } from "./dictionary-index.ts";
import { medicineOf } from "./dictionary.ts";
import { formIn, releaseIn, type FormFamily } from "./form-words.ts";
import type { NameReading } from "./name-reading.ts";
import { strengthsOnly, type Amount, type Segment } from "./name-strength.ts";

const LONGEST_BRAND = 3;

/** The brand that a name holds: the longest run of its words that the dictionary knows. */
const brandIn = (words: readonly string[]): readonly BrandHit[] | null => {
  const { brands, brandFirstWords } = dictionary();
  for (let start = 0; start < words.length; start += 1) {
    if (!brandFirstWords.has(words[start] as string)) continue;
    for (let length = Math.min(LONGEST_BRAND, words.length - start); length > 0; length -= 1) {
      const hits = brands.get(words.slice(start, start + length).join(" "));
      if (hits !== undefined) return hits;
    }
  }
  return null;
};

const sameAmount = (stated: Amount, known: Amount): boolean =>
  compare(stated.value, known.value) === 0 &&
  (stated.unit === known.unit || stated.unit === "none" || known.unit === "none");

const sameAmounts = (stated: readonly Amount[], known: readonly Amount[]): boolean =>
  stated.length === known.length && known.every((each) => stated.some((other) => sameAmount(other, each)));

/** Whether the amounts and volume in the text are those of this pack, or its opioid's amount alone. */
const strengthFits = (hit: BrandHit, groups: Segment["groups"]): boolean => {
  const { entry } = hit;
  const stated = groups.flatMap((group) => group.amounts);
  const ml = groups.find((group) => group.ml !== null)?.ml ?? null;
  if (entry.microgramsPerHour !== null) {
    const only = stated[0];
    if (only === undefined || stated.length !== 1 || ml !== null) return false;
    if (only.unit === "mg")
      return only.micrograms && compare(over(only.value, { n: 1, d: 1000 }), entry.microgramsPerHour) === 0;
    return only.unit !== "unreadable" && compare(only.value, entry.microgramsPerHour) === 0;
  }
  const [only] = stated;
  if (entry.ml !== null && ml !== null && entry.mg !== null && stated.length === 1 && only !== undefined)
    return only.unit === "mg" && compare(over(only.value, ml), over(entry.mg, entry.ml)) === 0;
  if (sameAmounts(stated, hit.amounts)) return (ml === null) === (entry.ml === null) || hit.amounts.length > 0;
  if (entry.ml !== null) return false;
  if (sameAmounts(stated, hit.genericAmounts)) return true;
  return (
    stated.length === 1 &&
    only !== undefined &&
    entry.mg !== null &&
    only.unit !== "unreadable" &&
    compare(only.value, entry.mg) === 0
  );
};

const familyFits = (hit: BrandHit, family: FormFamily | null): boolean => {
  const own = hit.entry.family;
  if (family === null || family === own) return true;
  // "Temgesic 200microgram tablets", "Oramorph 10mg/5ml unit dose vials": the wider word for the same thing.
  if (family === "tablet") return own === "sublingual" || own === "buccal" || own === "lyophilisate";
  return family === "liquid" && own === "sachet" && /suspension/.test(hit.prepared);
};

/** Nearest to the text: release as said, then an ordinary tablet or capsule before granules and soluble forms. */
const rank = (hit: BrandHit, prepared: string): number => {
  const said = releaseIn(prepared);
  const own = hit.entry.row.release;
  const releaseScore = said === null ? (own === "immediate" ? 0 : 4) : own === said ? 0 : 8;
  const form = formIn(prepared)?.form;
  const formScore = form === undefined ? (hit.entry.family === "sachet" ? 2 : 0) : form === hit.entry.row.form ? 0 : 1;
  return releaseScore + formScore;
};

/**
 * Reads a name that holds a brand of the dictionary; null where it holds none.
 * A strength that the brand does not have, or none where the brand has several, leaves the strength uncertain.
 */
export const readBrand = (
  prepared: string,
  words: readonly string[],
  segments: readonly Segment[],
): NameReading | null => {
  const hits = brandIn(words);
  const first = hits?.[0];
  if (hits === null || first === undefined) return null;
  const form = formIn(prepared);
  const release = releaseIn(prepared);
  const groups = strengthsOnly(segments.flatMap((segment) => segment.groups));
  const inForm = hits.filter((hit) => familyFits(hit, form?.family ?? null));
  if (inForm.length === 0 && form !== null && groups.length > 0) return null;
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
    amountPrinted: groups.length > 0,
    maintenance: hits.every((hit) => hit.entry.row.use === "maintenance"),
    found: prepared,
  };
};

const contradictsRelease = (hit: BrandHit, said: string | null): boolean =>
  said === "modified" && hit.entry.row.release === "immediate";
