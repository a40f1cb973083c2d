import type { CountedIn } from "../medicines/types.ts";
import { compare, parseDecimal, type Ratio, ratio, times } from "../quantity/ratio.ts";
import { countsAs, type CountWord } from "./reading/count-words.ts";
import { MOST_IN_A_SUPPLY } from "./reading/limits.ts";
import { numberInWords } from "./reading/number-words.ts";
import { quantityTokens, type QuantityToken } from "./reading/quantity-pattern.ts";

export type QuantityProblem = {
  readonly code: "quantity-missing" | "quantity-not-understood" | "unit-does-not-fit" | "implausible";
  readonly detail: string;
};

export type Quantity =
  | { readonly status: "understood"; readonly value: Ratio }
  | { readonly status: "refused"; readonly problem: QuantityProblem };

interface Parsed {
  readonly value: Ratio;
  /** Every unit that the text names. */
  readonly units: readonly CountWord[];
  /** How many packs of a stated size; one number alone has none. */
  readonly packs?: Ratio;
  /** A container was counted whose content the text does not say. */
  readonly packUnknown: boolean;
}

/** Below this many, a liquid's number without a unit may as well be bottles. */
const LEAST_BARE_ML = ratio(10);
/** No count of tablets or millilitres needs more; a longer tail is no quantity. */
const THOUSANDTHS = 1000;

const number = (text: string): Ratio | null => {
  const value = parseDecimal(text);
  return value === null || value.d > THOUSANDTHS ? null : value;
};

/** Number words to numbers: runs of words become one number, or stay and make the text not understood. */
const withNumberWords = (tokens: readonly QuantityToken[]): readonly QuantityToken[] => {
  const out: QuantityToken[] = [];
  let words: string[] = [];
  const flush = (): void => {
    if (words.length === 0) return;
    const value = numberInWords(words.join(" "));
    out.push(value === null ? { kind: "word", text: words.join(" ") } : { kind: "number", text: String(value) });
    words = [];
  };
  for (const token of tokens) {
    if (token.kind === "word") words.push(token.text);
    else {
      flush();
      out.push(token);
    }
  }
  flush();
  return out;
};

/** The shape of a text, a letter a token: "1 pack of 28 capsules" is "ncfnu". */
const LETTER: { readonly [kind in QuantityToken["kind"]]: string } = {
  number: "n",
  times: "x",
  of: "f",
  open: "(",
  close: ")",
  unit: "u",
  container: "c",
  word: "w",
};

/** One number, also said again in brackets: "56", "56 tablets", "56 (fifty six) tablets". */
const ONE_NUMBER = /^n(\(n\))?u?$/;
/** A number of packs of so many each: "2 x 28 tablets", "1 pack of 28 capsules", "2 (28 tablet) packs". */
const TWO_NUMBERS = /^n(u?xu?|c+[xf]?|xc*f?|c+\()nu?\)?c*$|^n\(nu?\)c+$/;
/** Packs of unknown size: "1 OP", "2 boxes". */
const PACKS_ONLY = /^n?c+$/;

const parse = (tokens: readonly QuantityToken[]): Parsed | null => {
  const shape = tokens.map((token) => LETTER[token.kind]).join("");
  const units = tokens.flatMap((token) => (token.kind === "unit" ? [token.unit] : []));
  if (PACKS_ONLY.test(shape)) return { value: ratio(0), units, packUnknown: true };
  const numbers = tokens.flatMap((token) => (token.kind === "number" ? [number(token.text)] : []));
  const [first, second] = numbers;
  if (first === undefined || first === null || second === null) return null;
  if (ONE_NUMBER.test(shape)) {
    if (second !== undefined && compare(first, second) !== 0) return null;
    return { value: first, units, packUnknown: false };
  }
  if (!TWO_NUMBERS.test(shape) || second === undefined) return null;
  return { value: times(first, second), units, packs: first, packUnknown: false };
};

const refused = (code: QuantityProblem["code"], detail: string): Quantity => ({
  status: "refused",
  problem: { code, detail },
});

const isBlank = (text: string | null): text is null | "" => text === null || text.trim() === "";

/** The unit column says what a bare number counts, or repeats what the text says already. */
const unitColumn = (unitText: string | null): readonly QuantityToken[] =>
  isBlank(unitText) ? [] : withNumberWords(quantityTokens(unitText));

/** More packs than this in one supply are more likely the pieces, with the pack beside them. */
const MOST_PACKS = ratio(12);

const joined = (text: string, unitText: string | null): Parsed | null => {
  const own = withNumberWords(quantityTokens(text));
  const column = unitColumn(unitText);
  if (own.every((token) => token.kind === "number")) {
    const parsed = parse([...own, ...column]);
    return parsed?.packs !== undefined && compare(parsed.packs, MOST_PACKS) > 0 ? null : parsed;
  }
  const parsed = parse(own);
  if (parsed === null || !column.every((token) => token.kind === "unit" || token.kind === "container")) return null;
  const units = column.flatMap((token) => (token.kind === "unit" ? [token.unit] : []));
  return { ...parsed, units: [...parsed.units, ...units] };
};

/**
 * How much was supplied, in what the product is counted in (tablets, ml, patches ...), from the text of a record
 * and the unit beside it, either of which may hold the unit or the pack.
 * Refuses a missing or zero quantity, packs of unknown size ("1 OP"), a unit that the product is not counted in
 * (ml of tablets), more than 12 packs by a unit column ("56", "pack of 28": pieces or packs?), a liquid's bare number that may be bottles, and more than 100,000.
 * @example readQuantity("1 pack of 28 capsule(s)", null, "capsule") // 28
 * @example readQuantity("2 x 28", "tablet", "tablet") // 56
 */
export const readQuantity = (text: string | null, unitText: string | null, countedIn: CountedIn): Quantity => {
  if (isBlank(text)) return refused("quantity-missing", "the record has no quantity");
  const written = isBlank(unitText) ? `"${text.trim()}"` : `"${text.trim()}" "${unitText.trim()}"`;
  const parsed = joined(text, unitText);
  if (parsed === null) return refused("quantity-not-understood", written);
  if (parsed.packUnknown) return refused("quantity-not-understood", `${written}: how much one pack holds is not said`);
  const stranger = parsed.units.find((unit) => !countsAs(unit, countedIn));
  if (stranger !== undefined) return refused("unit-does-not-fit", `${written}: the product is counted in ${countedIn}`);
  if (parsed.value.n === 0) return refused("quantity-missing", `${written}: the quantity is zero`);
  if (compare(parsed.value, MOST_IN_A_SUPPLY) > 0) return refused("implausible", `${written} is more than 100,000`);
  if (countedIn === "ml" && parsed.units.length === 0 && compare(parsed.value, LEAST_BARE_ML) < 0)
    return refused("quantity-not-understood", `${written}: millilitres or bottles is not said`);
  return { status: "understood", value: parsed.value };
};
