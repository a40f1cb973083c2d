import type { Random } from "../random.ts";

/** Slips of the hand seen in real records; none of them leaves a second reading. */
const SLIPS: readonly (readonly [RegExp, string])[] = [
  [/\btablet\b/, "tabelt"],
  [/\btablets\b/, "tablest"],
  [/\bTABLET\b/, "TABELT"],
  [/\bcapsule\b/, "capsuel"],
  [/\btwice\b/, "twcie"],
  [/\bTWICE\b/, "TWCIE"],
  [/\bdaily\b/, "dialy"],
  [/\bDAILY\b/, "DIALY"],
  [/\btimes\b/, "tiems"],
  [/\brequired\b/, "requried"],
  [/\bREQUIRED\b/, "REQURIED"],
  [/\bhours\b/, "horus"],
  [/\bTake\b/, "Tkae"],
  [/\bONE\b/, "0NE"],
  [/\bTWO\b/, "TW0"],
  [/ (?=a day)/, "  "],
  [/\bmorning\b/, "mornign"],
  [/\bnight\b/, "nihgt"],
];

export const misspell = (random: Random, text: string): string => {
  const possible = SLIPS.filter(([pattern]) => pattern.test(text));
  if (possible.length === 0) return text;
  const [pattern, slip] = random.pick(possible);
  return text.replace(pattern, slip);
};
