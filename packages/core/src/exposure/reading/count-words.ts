import type { CountedIn } from "../../medicines/types.ts";

/** What a thing is called where it is counted; "dose" and "unit" name none in particular. */
export type CountWord = CountedIn | "dose" | "puff" | "nebule" | "injection" | "pessary" | "enema" | "pump" | "scoop";

/** What a product is counted in, where directions have a word of their own for it. */
const ALSO_CALLED: Readonly<Partial<Record<CountWord, CountedIn>>> = {
  puff: "spray",
  nebule: "ampoule",
  injection: "ampoule",
  pessary: "suppository",
};

/** Things that are swallowed or held in the mouth one by one; records name one for another. */
const TAKEN_BY_MOUTH: ReadonlySet<CountWord> = new Set(["tablet", "capsule", "lozenge", "film", "sachet"]);

/**
 * Whether a product that is counted in one thing can be counted by a word. Tablets, capsules and the like go for
 * one another; "unit" and "dose" go for any piece; millilitres, grams and patches only for themselves.
 * @example countsAs("capsule", "tablet") // true
 * @example countsAs("ml", "tablet") // false
 */
export const countsAs = (word: CountWord, countedIn: CountedIn): boolean => {
  if (word === countedIn) return true;
  if (word === "ml" || word === "g" || countedIn === "ml" || countedIn === "g") return false;
  if (word === "unit" || word === "dose" || countedIn === "unit") return true;
  if (ALSO_CALLED[word] === countedIn) return true;
  return TAKEN_BY_MOUTH.has(word) && TAKEN_BY_MOUTH.has(countedIn);
};
