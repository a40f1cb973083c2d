import { KNOWN_WORDS } from "../words/lexicon.ts";
import { NUMBER_WORDS } from "../words/numbers.ts";

/** Run-together words that prescribers and pick-lists produce: "oncedaily", "twiceaday". */
const WHOLE: ReadonlyMap<string, readonly string[]> = new Map(
  `once daily|twice daily|a day|once a day|twice a day|up to|at night|in the|as required|when required|if required|as needed|when needed|if needed|as directed|per day|every day
  to be|one tablet|take one|take two|each day|times a day|three times|four times|every other|four hourly|six hourly|eight hourly|twelve hourly|x day|x daily|x dly|bd prn|tds prn|qds prn|od prn|to be taken|in the morning`
    .split(/\||\n\s*/)
    .map((phrase): [string, readonly string[]] => [phrase.replaceAll(" ", ""), phrase.split(" ")]),
);
/** "75mgBD", "1gQDS", "4hrlyprn": a unit or an interval run into the shorthand behind it. */
const GLUED: ReadonlyMap<string, readonly string[]> = new Map(
  "mg mcg ml mls tab tabs cap caps hrly hourly hrs".split(" ").flatMap((unit) =>
    "od bd bid tds tid qds qid nocte mane prn stat daily".split(" ").flatMap((often): [string, readonly string[]][] => [
      [unit + often, [unit, often]],
      [`${unit}${often}prn`, [unit, often, "prn"]],
    ]),
  ),
);

const SPELT: ReadonlyMap<string, readonly string[]> = new Map([
  ...WHOLE,
  ["timesday", ["times", "a", "day"]],
  ["alldays", ["every", "day"]],
  ["xd", ["x", "day"]],
  ["gqds", ["g", "qds"]],
  ["gtds", ["g", "tds"]],
  ["gbd", ["g", "bd"]],
  ["god", ["g", "od"]],
  ...GLUED,
]);

const list = (text: string): ReadonlySet<string> => new Set(text.split(" "));
const HEADS = list(
  "tablet tablets tab tabs capsule capsules cap caps patch patches sachet ml mls mg spoonful spoonfuls one two three four six eight half take apply twice once daily times hourly every each morning night",
);
const TAILS = list(
  "one two three four five six half tablet tablets tab tabs capsule capsules caps patch ml twice once thrice three four times daily every bd bid tds tid qds qid od nocte mane prn when hourly hours morning night evening day weekly at in as to",
);

/** "tabletfour", "capsuletwice": two words of dosing with the space left out, where only one place for it makes both. */
export const pullApart = (letters: string): readonly string[] | null => {
  const whole = SPELT.get(letters);
  if (whole !== undefined) return whole;
  if (letters.length < 5 || KNOWN_WORDS.has(letters) || NUMBER_WORDS.has(letters)) return null;
  let found: readonly string[] | null = null;
  for (let at = 2; at <= letters.length - 2; at += 1) {
    if (!HEADS.has(letters.slice(0, at)) || !TAILS.has(letters.slice(at))) continue;
    if (found !== null) return null;
    found = [letters.slice(0, at), letters.slice(at)];
  }
  return found;
};
