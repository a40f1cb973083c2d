const ONES = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
  "nineteen",
];
const TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

const ones = (word: string): number | null => {
  const at = ONES.indexOf(word);
  return at === -1 ? null : at;
};

const belowHundred = (words: readonly string[]): number | null => {
  const [first = "", second] = words;
  if (words.length > 2) return null;
  const tens = TENS.indexOf(first);
  if (first === "" || tens === -1) return words.length === 1 ? ones(first) : null;
  if (second === undefined) return tens * 10;
  const rest = ones(second);
  return rest === null || rest === 0 || rest > 9 ? null : tens * 10 + rest;
};

/**
 * A whole number below a thousand in words; null where the words are anything else.
 * @example numberInWords("one hundred and twelve") // 112
 * @example numberInWords("fifty-six") // 56
 */
export const numberInWords = (text: string): number | null => {
  const words = text.split(/[\s-]+/).filter((word) => word !== "" && word !== "and");
  const hundred = words.indexOf("hundred");
  if (hundred === -1) return belowHundred(words);
  if (hundred !== 1) return null;
  const hundreds = words[0] === "a" ? 1 : belowHundred(words.slice(0, 1));
  if (hundreds === null || hundreds === 0 || hundreds > 9) return null;
  if (words.length === 2) return hundreds * 100;
  const rest = belowHundred(words.slice(2));
  return rest === null || rest === 0 ? null : hundreds * 100 + rest;
};
