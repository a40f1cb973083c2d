import { ratio, type Ratio } from "../../quantity/ratio.ts";

const WHOLE: readonly [string, number][] = [
  ["zero", 0],
  ["one", 1],
  ["two", 2],
  ["three", 3],
  ["four", 4],
  ["five", 5],
  ["six", 6],
  ["seven", 7],
  ["eight", 8],
  ["nine", 9],
  ["ten", 10],
  ["eleven", 11],
  ["twelve", 12],
  ["thirteen", 13],
  ["fourteen", 14],
  ["fifteen", 15],
  ["sixteen", 16],
  ["seventeen", 17],
  ["eighteen", 18],
  ["nineteen", 19],
  ["twenty", 20],
  ["thirty", 30],
  ["forty", 40],
  ["fifty", 50],
  ["sixty", 60],
  ["seventy", 70],
  ["eighty", 80],
  ["ninety", 90],
  ["hundred", 100],
  ["ii", 2],
  ["iii", 3],
  ["vi", 6],
  ["viii", 8],
];

/** Whole numbers written as words, small Roman numerals as on old labels included. */
export const NUMBER_WORDS: ReadonlyMap<string, Ratio> = new Map(
  WHOLE.map(([word, value]): [string, Ratio] => [word, ratio(value)]),
);

/** Parts of one: "half a tablet", "a quarter". */
export const PART_WORDS: ReadonlyMap<string, Ratio> = new Map([
  ["half", ratio(1, 2)],
  ["quarter", ratio(1, 4)],
]);

/** "third day", "3rd day": every third day. */
export const ORDINALS: ReadonlyMap<string, number> = new Map([
  ["second", 2],
  ["third", 3],
  ["fourth", 4],
  ["fifth", 5],
  ["sixth", 6],
  ["seventh", 7],
  ["tenth", 10],
]);
