import { dictionary } from "./dictionary-index.ts";
import { medicineOf } from "./dictionary.ts";
import { COMPANION_WORDS } from "./companions.ts";
import { formIn, releaseIn } from "./form-words.ts";
import {
  COMBINATION_WORDS,
  OPIOID_WORDS,
  OTHER_BRANDS,
  OTHER_OF_BRAND,
  OTHER_WORDS,
  UNLISTED_OPIOIDS,
} from "./ingredient-words.ts";
import type { NameReading } from "./name-reading.ts";
import { segmentsOf, type Segment } from "./name-strength.ts";
import { prepareName, tokensOf, type Token } from "./name-text.ts";
import { readBrand } from "./read-brand.ts";
import { readGeneric } from "./read-generic.ts";
import type { Opioid } from "./types.ts";
import { mayBeWatched } from "./wake-words.ts";

const NOT_WATCHED: NameReading = { kind: "not-watched" };
const opioidOf = (word: string): Opioid | null =>
  OPIOID_WORDS.get(word) ?? COMBINATION_WORDS.get(word)?.opioid ?? OTHER_BRANDS.get(word) ?? null;

/** "Codeine-free linctus" holds none. */
const isDenied = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at + 1]?.kind === "hyphen" ? tokens[at + 2] : tokens[at + 1];
  return next?.kind === "word" && next.word === "free";
};

const opioidsIn = (tokens: readonly Token[]): ReadonlySet<Opioid> => {
  const found = new Set<Opioid>();
  tokens.forEach((token, at) => {
    const opioid = token.kind === "word" && !isDenied(tokens, at) ? opioidOf(token.word) : null;
    if (opioid !== null) found.add(opioid);
  });
  // Opium tincture is measured in its morphine.
  if (found.has("morphine")) found.delete("opium");
  return found;
};

const othersIn = (segments: readonly Segment[]): readonly string[] => {
  const found = new Set<string>();
  for (const segment of segments)
    for (const word of segment.words) {
      const other = OTHER_WORDS.get(word) ?? COMBINATION_WORDS.get(word)?.other ?? OTHER_OF_BRAND.get(word);
      if (other !== undefined) found.add(other);
    }
  return [...found];
};

/** "Paramol tablets (A Supplier Ltd)": the last brackets go, unless they hold a brand or a substance. */
const withoutSupplier = (prepared: string): string => {
  const [whole, inside] = /\s*\(([^()\d]*)\)$/.exec(prepared) ?? [];
  return whole === undefined || mayBeWatched(inside ?? "") ? prepared : prepared.slice(0, -whole.length);
};

const byWholeName = (prepared: string): NameReading | null => {
  const { byName } = dictionary();
  const hits = byName.get(prepared) ?? byName.get(withoutSupplier(prepared));
  const first = hits?.[0];
  if (hits === undefined || first === undefined) return null;
  const differ = hits.some((hit) => hit.entry.row.mg !== first.entry.row.mg || hit.entry.row.ml !== first.entry.row.ml);
  const medicine = differ ? null : medicineOf(first.entry, first.brand);
  const release = releaseIn(prepared);
  if (medicine !== null) return { kind: "medicine", medicine, entry: first.entry, brand: first.brand, release };
  return {
    kind: "no-strength",
    substance: first.entry.row.substance,
    family: formIn(prepared)?.family ?? null,
    release,
    printed: [],
    maintenance: false,
    found: prepared,
  };
};

const companionIn = (words: readonly string[]): NameReading | null => {
  for (const word of words) {
    const companion = COMPANION_WORDS.get(word);
    if (companion !== undefined) return { kind: "companion", ...companion };
  }
  return null;
};

const unreadable = (prepared: string): NameReading => {
  for (const word of prepared.match(/[a-z]+/g) ?? []) {
    const substance = opioidOf(word);
    if (substance !== null)
      return {
        kind: "no-strength",
        substance,
        family: null,
        release: null,
        printed: null,
        maintenance: false,
        found: prepared,
      };
  }
  return companionIn(prepared.match(/[a-z]+/g) ?? []) ?? NOT_WATCHED;
};

const read = (prepared: string): NameReading => {
  const whole = byWholeName(prepared);
  if (whole !== null) return whole;
  const tokens = tokensOf(prepared);
  if (tokens === null) return unreadable(prepared);
  const segments = segmentsOf(tokens);
  const words = tokens.flatMap((token) => (token.kind === "word" ? [token.word] : []));
  const opioids = [...opioidsIn(tokens)];
  if (opioids.length > 1 || words.some((word) => UNLISTED_OPIOIDS.has(word)))
    return { kind: "substance-in-doubt", found: prepared };
  const [inName] = opioids;
  const branded = readBrand(prepared, words, segments);
  if (branded !== null && branded.kind !== "not-watched") {
    const substance =
      branded.kind === "medicine"
        ? branded.medicine.substance
        : branded.kind === "no-strength"
          ? branded.substance
          : null;
    return inName !== undefined && substance !== inName ? { kind: "substance-in-doubt", found: prepared } : branded;
  }
  const ofBrand = branded === null ? substanceOfBrand(words) : null;
  const substance = inName ?? ofBrand;
  if (substance !== null && substance !== undefined)
    return readGeneric(
      prepared,
      segments,
      substance,
      othersIn(segments),
      (word) => opioidOf(word) === substance || dictionary().brandFirstWords.has(word),
    );
  return companionIn(words) ?? NOT_WATCHED;
};

/** The opioid of a brand whose packs in the dictionary have another form than the name says. */
const substanceOfBrand = (words: readonly string[]): Opioid | null => {
  for (const word of words) {
    const hit = dictionary().brands.get(word)?.[0];
    if (hit !== undefined) return hit.entry.row.substance;
  }
  return null;
};

/**
 * What a product name alone says: a medicine of certain strength, an opioid without one, a companion, or none of these.
 * A brand in square brackets is left out first, and looked at only where the rest says nothing.
 * @example readName("Zomorph 10mg caps").kind // "medicine"
 */
export const readName = (name: string): NameReading => {
  if (!mayBeWatched(name.toLowerCase())) return NOT_WATCHED;
  const reading = read(prepareName(name));
  if (reading.kind !== "not-watched" || !/[[(]/.test(name)) return reading;
  return read(prepareName(name.replace(/[[\]()]/g, " ")));
};
