import { dictionary } from "./dictionary-index.ts";
import { medicineOf } from "./dictionary.ts";
import { COMPANION_WORDS } from "./companions.ts";
import { releaseIn } from "./form-words.ts";
import {
  COMBINATION_WORDS,
  OPIOID_WORDS,
  OTHER_BRANDS,
  OTHER_OF_BRAND,
  OTHER_WORDS,
  UNLISTED_OPIOIDS,
} from "./ingredient-words.ts";
import { substanceRead, type NameReading } from "./name-reading.ts";
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

/** A name that is read no further: no code settles it. */
const closed = (substance: Opioid, found: string): NameReading => ({
  kind: "no-strength",
  substance,
  family: null,
  release: null,
  printed: null,
  maintenance: false,
  found,
});

const byWholeName = (prepared: string): NameReading | null => {
  const { byName } = dictionary();
  const hit = byName.get(prepared) ?? byName.get(withoutSupplier(prepared));
  if (hit === undefined) return null;
  const medicine = medicineOf(hit.entry, hit.brand);
  return medicine === null
    ? closed(hit.entry.row.substance, prepared)
    : { kind: "medicine", medicine, entry: hit.entry, brand: hit.brand, release: releaseIn(prepared) };
};

const companionIn = (words: readonly string[]): NameReading | null => {
  for (const word of words) {
    const companion = COMPANION_WORDS.get(word);
    if (companion !== undefined) return { kind: "companion", ...companion };
  }
  return null;
};

const unreadable = (prepared: string): NameReading => {
  const words = [...prepared.matchAll(/[a-z]+/g)].map(([word]) => word);
  for (const word of words) {
    const substance = opioidOf(word);
    if (substance !== null) return closed(substance, prepared);
  }
  return companionIn(words) ?? NOT_WATCHED;
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
  if (branded !== null)
    return inName !== undefined && substanceRead(branded) !== inName
      ? { kind: "substance-in-doubt", found: prepared }
      : branded;
  if (inName === undefined) return companionIn(words) ?? NOT_WATCHED;
  return readGeneric(prepared, segments, inName, othersIn(segments), (word) => opioidOf(word) === inName);
};

/**
 * What a product name alone says: a medicine of certain strength, an opioid without one, a companion, or none of these.
 * A brand in square brackets is left out first, and looked at only where the rest says nothing.
 * @example readName("Zomorph 10mg caps").kind // "medicine"
 */
export const readName = (name: string): NameReading => {
  if (!mayBeWatched(name.toLowerCase())) return NOT_WATCHED;
  const reading = read(prepareName(name));
  if (reading.kind !== "not-watched") return reading;
  return read(prepareName(name.replace(/[[\]()]/g, " ")));
};
