import { parseDecimal, type Ratio } from "../quantity/ratio.ts";

/** One piece of a product name, in order. */
export type Token =
  | { readonly kind: "number"; readonly value: Ratio; readonly unit: string | null }
  | { readonly kind: "word"; readonly word: string }
  | { readonly kind: "slash" }
  | { readonly kind: "hyphen" }
  | { readonly kind: "break" };

const UNITS: readonly (readonly [unit: string, spellings: string])[] = [
  ["mg", "mg mgs mgm milligram milligrams milligramme milligrammes"],
  ["microgram", "microgram micrograms microgramme microgrammes mcg mcgs microg micrograms ug mic mics micro"],
  ["g", "g gm gms gram grams gramme grammes"],
  ["ml", "ml mls millilitre millilitres"],
  ["l", "l litre litres"],
  ["hour", "hour hours hr hrs h hourly"],
  ["dose", "dose doses actuat actuation actuations spray puff metered"],
  ["percent", "%"],
  ["nanogram", "ng nanogram nanograms"],
  ["other", "iu unit units mmol meq"],
];
const UNIT_OF: ReadonlyMap<string, string> = new Map(
  UNITS.flatMap(([unit, spellings]) => spellings.split(" ").map((each): [string, string] => [each, unit])),
);
/** The unit that a word stands for ("mcg" -> "microgram"); null where it is no unit. */
export const unitOf = (word: string): string | null => UNIT_OF.get(word) ?? null;

const CLOSED_UP: readonly (readonly [RegExp, string])[] = [
  [/[\u00b5\u03bc]/g, "u"],
  [/[\u2018\u2019]/g, "'"],
  [/[\u2010-\u2015\u2212]/g, "-"],
  [/[_\u00a0\u2000-\u200b\u202f]/g, " "],
  [/sulph/g, "sulf"],
  [/\bco[\s-]*(codamol|dydramol|proxamol|codaprin)(?![a-z])/g, "co$1 "],
  [/\bdf[\s-]*118\b/g, "dfcxviii"],
  [/\bms[\s-]*contin\b/g, "mscontin"],
  [/(\d(?:mg|mcg|g))m[/.]r\b/g, "$1 mr "],
  [/\bm[/.]\s?r\b\.?/g, " mr "],
  [/\bs[/.]\s?r\b\.?/g, " sr "],
  [/\bs[/.]\s?f\b\.?/g, " sf "],
  [/\bs[/.]\s?l\b\.?/g, " sublingual "],
  [/\be[/.]\s?c\b/g, " ec "],
  [/\b(i[/.]v|i[/.]m|s[/.]c)\b\.?/g, " injection "],
  [/\bpamergan p 100\b/g, "pamergan p100"],
  // A pack count: "x 5".
  [/\bx\s*\d+\b(?!\s*(?:mg|mcg|microgram|ml))/g, " "],
  // "Tramadol50mg", "caps30": a number glued to a word stands apart.
  [/([a-z]{3,})(\d)/g, "$1 $2"],
];

/**
 * A product name in one shape: lower case, one spelling, spaces single, a brand in square brackets left out.
 * @example prepareName("Co-Codamol  30 mg/500mg Tablets") // "cocodamol 30mg/500mg tablets"
 */
export const prepareName = (name: string): string => {
  let text = name.toLowerCase();
  for (const [from, to] of CLOSED_UP) text = text.replace(from, to);
  return text
    .replace(/\[[^\]]*\]/g, " ")
    .replace(/\(\d+\)/g, " ")
    .replace(/(\d)\s+(?=(?:mg|micrograms?|mcg|g|ml)\b)/g, "$1")
    .replace(/(\d(?:mg|micrograms?|mcg|g)) in (?=\d+ml\b)/g, "$1/")
    .replace(/\s+/g, " ")
    .trim();
};

const TOKEN = /(\d[\d,]*(?:\.\d+)?|\.\d+)\s*([a-z]+|%)?|([a-z][a-z0-9']*)|(\/)|(-)|([+&,;:()]|\band\b)/g;

const numberToken = (digits: string, after: string | undefined): Extract<Token, { kind: "number" }> | null => {
  const value = parseDecimal(digits.replace(/,(?=\d{3}(?!\d))/g, ""));
  if (value === null) return null;
  return { kind: "number", value, unit: after === undefined ? null : unitOf(after) };
};

/** The pieces of a prepared name; null where a number in it cannot be read ("1,5mg", "10.0.5"). */
export const tokensOf = (prepared: string): readonly Token[] | null => {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let found = TOKEN.exec(prepared); found !== null; found = TOKEN.exec(prepared)) {
    if (found[1] !== undefined) {
      const token = numberToken(found[1], found[2]);
      if (token === null) return null;
      tokens.push(token);
      // A word after a number that is no unit ("30 tablets") is read on its own.
      if (found[2] !== undefined && token.unit === null) TOKEN.lastIndex -= found[2].length;
    } else if (found[3] !== undefined) {
      if (found[3] === "per") tokens.push({ kind: "slash" });
      else if (found[3] === "and" || found[3] === "with") tokens.push({ kind: "break" });
      else tokens.push({ kind: "word", word: found[3] });
    } else tokens.push({ kind: found[4] !== undefined ? "slash" : found[5] !== undefined ? "hyphen" : "break" });
  }
  return tokens;
};
