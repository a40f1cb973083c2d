import { DOSE_WORDS } from "../words/lexicon.ts";
import { NEED_WORDS } from "../words/need.ts";
import { oneSlipApart } from "./spelling.ts";

/** Shorthand of two letters that a third one may hide: "sbd", "pup to". */
const SHORT: ReadonlySet<string> = new Set(["bd", "od", "up", "or", "on", "om"]);

const GUARDED: readonly string[] = [
  ...DOSE_WORDS,
  ...NEED_WORDS,
  "prn",
  "stat",
  "and",
  "breakthrough",
  "midnight",
  "venalink",
  "dosette",
  "nomad",
].filter((word) => word.length >= 3 || SHORT.has(word));

const shortened = (word: string): readonly string[] => [
  word,
  ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1)),
];

/** Guarded words by what is left of them without one letter: two words one slip apart share such a rest. */
const BY_REST: ReadonlyMap<string, readonly { readonly rest: string; readonly word: string }[]> = Map.groupBy(
  GUARDED.flatMap((word) => shortened(word).map((rest) => ({ rest, word }))),
  ({ rest }) => rest,
);

/**
 * True where an unknown word is one slip away from a word of dosing ("onk", "hlaf", "sneeded", "rpn"): it may be that word, so
 * it cannot be passed over as harmless.
 */
export const isNearDoseWord = (word: string): boolean =>
  shortened(word).some((rest) => (BY_REST.get(rest) ?? []).some((pair) => oneSlipApart(word, pair.word)));
