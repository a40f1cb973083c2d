/**
 * Sentences made from independent parts of known meaning, for measuring how many are understood and how many are wrong.
 * Used by tests only. The same seed makes the same sentences.
 */
export interface CorpusText {
  readonly text: string;
  readonly min: number;
  readonly max: number;
  readonly asNeeded: boolean;
}

type Choice<T> = readonly (readonly [words: string, meaning: T])[];
interface Band {
  readonly min: number;
  readonly max: number;
}

const band = (min: number, max = min): Band => ({ min, max });

const AMOUNTS: Choice<Band> = [
  ["1", band(1)],
  ["one", band(1)],
  ["ONE", band(1)],
  ["2", band(2)],
  ["two", band(2)],
  ["TWO", band(2)],
  ["3", band(3)],
  ["three", band(3)],
  ["half", band(0.5)],
  ["1.5", band(1.5)],
  ["one and a half", band(1.5)],
  ["1-2", band(1, 2)],
  ["1 - 2", band(1, 2)],
  ["1 or 2", band(1, 2)],
  ["one or two", band(1, 2)],
  ["ONE TO TWO", band(1, 2)],
  ["1 to 2", band(1, 2)],
  ["half to one", band(0.5, 1)],
  ["4", band(4)],
  ["0ne", band(1)],
  ["TW0", band(2)],
  ["½", band(0.5)],
  ["2-3", band(2, 3)],
];
const UNITS = [
  "",
  "",
  " tab",
  " tabs",
  " tablet",
  " tablets",
  " TABLETS",
  " capsule",
  " caps",
  " tablet(s)",
  " sachets",
  " cap(s)",
  " tabelts",
  " capsuls",
];
const LIQUIDS: Choice<Band> = [
  ["5ml", band(5)],
  ["10mls", band(10)],
  ["2.5ml", band(2.5)],
  ["one 5ml spoonful", band(5)],
  ["two 5ml spoonfuls", band(10)],
  ["5-10ml", band(5, 10)],
  ["one or two 5ml spoonfuls", band(5, 10)],
  ["2.5 to 5 ml", band(2.5, 5)],
  ["2 x 5ml spoonfuls", band(10)],
  ["10 ml", band(10)],
];
const MASSES: Choice<Band> = [
  ["10mg", band(10)],
  ["30 mg", band(30)],
  ["50-100mg", band(50, 100)],
  ["500 micrograms", band(500)],
  ["1OMG", band(10)],
  ["2.5mg", band(2.5)],
  ["1g", band(1000)],
];

interface Often extends Band {
  /** "up to": from none. */
  readonly free?: true;
}

const OFTEN: Choice<Often> = [
  ["od", band(1)],
  ["daily", band(1)],
  ["once daily", band(1)],
  ["once a day", band(1)],
  ["a day", band(1)],
  ["per day", band(1)],
  ["each day", band(1)],
  ["every day", band(1)],
  ["every 24 hours", band(1)],
  ["bd", band(2)],
  ["b.d.", band(2)],
  ["BID", band(2)],
  ["twice a day", band(2)],
  ["twice daily", band(2)],
  ["2 times a day", band(2)],
  ["x2 daily", band(2)],
  ["every 12 hours", band(2)],
  ["12 hourly", band(2)],
  ["twice each day", band(2)],
  ["12hrly", band(2)],
  ["two times per day", band(2)],
  ["in the morning and at night", band(2)],
  ["morning and evening", band(2)],
  ["mane and nocte", band(2)],
  ["tds", band(3)],
  ["t.d.s", band(3)],
  ["TID", band(3)],
  ["three times a day", band(3)],
  ["3 times daily", band(3)],
  ["3x/day", band(3)],
  ["three times/day", band(3)],
  ["8 hourly", band(3)],
  ["every eight hours", band(3)],
  ["three times a day with meals", band(3)],
  ["morning, noon and night", band(3)],
  ["qds", band(4)],
  ["q.d.s.", band(4)],
  ["QID", band(4)],
  ["four times a day", band(4)],
  ["4 times/day", band(4)],
  ["FOUR TIMES DAILY", band(4)],
  ["every 6 hours", band(4)],
  ["6hrly", band(4)],
  ["4 x a day", band(4)],
  ["4 times per day", band(4)],
  ["q6h", band(4)],
  ["at night", band(1)],
  ["nocte", band(1)],
  ["on", band(1)],
  ["om", band(1)],
  ["mane", band(1)],
  ["in the morning", band(1)],
  ["every morning", band(1)],
  ["each evening", band(1)],
  ["at bedtime", band(1)],
  ["before bed", band(1)],
  ["at teatime", band(1)],
  ["with breakfast", band(1)],
  ["at lunchtime", band(1)],
  ["daily in the morning", band(1)],
  ["once a day at night", band(1)],
  ["nightly", band(1)],
  ["every 4-6 hours", band(4, 6)],
  ["4-6 hourly", band(4, 6)],
  ["every four to six hours", band(4, 6)],
  ["every 4 to 6 hours", band(4, 6)],
  ["4 hourly", band(6)],
  ["every 4 hours", band(6)],
  ["6-8 hrly", band(3, 4)],
  ["every 4-6hrs", band(4, 6)],
  ["2-3 times a day", band(2, 3)],
  ["once or twice a day", band(1, 2)],
  ["two to three times daily", band(2, 3)],
  ["three or four times a day", band(3, 4)],
  ["bd-tds", band(2, 3)],
  ["tds or qds", band(3, 4)],
  ["up to four times a day", { min: 0, max: 4, free: true }],
  ["up to twice daily", { min: 0, max: 2, free: true }],
  ["up to tds", { min: 0, max: 3, free: true }],
  ["up to 4 times in 24 hours", { min: 0, max: 4, free: true }],
  ["up to every 6 hours", { min: 0, max: 4, free: true }],
  ["on alternate days", band(1 / 2)],
  ["every other day", band(1 / 2)],
  ["weekly", band(1 / 7)],
  ["once a week", band(1 / 7)],
  ["every 72 hours", band(1 / 3)],
  ["every 3 days", band(1 / 3)],
  ["twice a week", band(2 / 7)],
  ["on Mondays", band(1 / 7)],
  ["every 7 days", band(1 / 7)],
  ["Mon, Wed and Fri", band(3 / 7)],
  ["tiwce a day", band(2)],
  ["three tmies a day", band(3)],
  ["four timse daily", band(4)],
];
const NEED: Choice<boolean> = [
  ["", false],
  ["", false],
  ["", false],
  [" prn", true],
  [" p.r.n.", true],
  [" when required", true],
  [" if needed", true],
  [" as required", true],
  [" when necessary", true],
  [", if required for pain", true],
  [" as needed for pain", true],
  [" for pain when needed", true],
  [" as and when required", true],
  [" PRN for back pain", true],
  [" when requried", true],
];
const CAPS: Choice<number | null> = [
  ["", null],
  ["", null],
  ["", null],
  [" max 8 in 24 hours", 8],
  [", maximum of 8 in 24 hrs", 8],
  [" (max 6/day)", 6],
  [". Max 8 daily", 8],
  [" no more than 8 a day", 8],
  [". Do not exceed 8 in 24 hours", 8],
  [". Do not take more than 8 in 24 hours.", 8],
  [" max 4 per day", 4],
  [" not more than 6 in 24 hours", 6],
  [" max. 8", 8],
  [", 8 max", 8],
];
const VERBS = ["", "", "Take ", "TAKE ", "take ", "Tk ", "t ", "To take ", "please take "];
const NOISE = [
  "",
  "",
  "",
  "",
  " with food",
  " with or after food",
  " for pain",
  " for neuropathic pain",
  ". Swallow whole",
  ", do not crush or chew",
  " - weekly venalink",
  " (weekly dosette)",
  " as directed",
  ". Review in surgery",
  " for knee arthritis",
  ". May cause drowsiness",
  ". Avoid alcohol",
  " with plenty of water",
  " for mood",
  ". Dr Jones",
  " in blister pack",
  ".",
  " regularly",
  " for sciatica",
];

/** A small generator of repeatable choices (a linear congruence; statistics do not matter here). */
const chooser = (seed: number): (<T>(from: readonly T[]) => T) => {
  let state = seed >>> 0;
  return <T>(from: readonly T[]): T => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const at = Math.floor((state / 4294967296) * from.length);
    return from[at] as T;
  };
};

const STYLES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => text.replaceAll("  ", " "),
];

/** Maxima that the amount and frequency make senseless are left out: nobody writes "4 qds max 6". */
const sensible = (amount: Band, often: Often, cap: number | null): boolean =>
  cap === null || (often.max >= 3 && amount.max * often.min <= cap && amount.max * 2 <= cap);

const one = (pick: <T>(from: readonly T[]) => T): CorpusText | null => {
  const kind = pick(["count", "count", "count", "liquid", "mass"]);
  const [amountWords, amount] = pick(kind === "liquid" ? LIQUIDS : kind === "mass" ? MASSES : AMOUNTS);
  const unit = kind === "count" ? pick(UNITS) : "";
  const [oftenWords, often] = pick(OFTEN);
  const [needWords, asNeeded] = pick(NEED);
  const [capWords, cap] = kind === "count" ? pick(CAPS) : (["", null] as const);
  if (!sensible(amount, often, cap)) return null;
  const noise = pick(NOISE);
  const text = pick(STYLES)(`${pick(VERBS)}${amountWords}${unit} ${oftenWords}${needWords}${capWords}${noise}`.trim());
  const max = Math.min(amount.max * often.max, cap ?? Infinity);
  const min = asNeeded || often.free === true ? 0 : Math.min(amount.min * often.min, max);
  return { text, min, max, asNeeded };
};

/** So many sentences of known meaning. */
export const composeCorpus = (count: number, seed: number): readonly CorpusText[] => {
  const pick = chooser(seed);
  const texts: CorpusText[] = [];
  while (texts.length < count) {
    const made = one(pick);
    if (made !== null) texts.push(made);
  }
  return texts;
};

/** One slip of typing in a letter: dropped, added, changed, or swapped with the next. */
const slip = (text: string, pick: <T>(from: readonly T[]) => T): string => {
  const letters = [...text.matchAll(/[a-z]/gi)].map((match) => match.index);
  const at = pick(letters);
  const letter = pick([..."abcdefghijklmnopqrstuvwxyz"]);
  const [before, after] = [text.slice(0, at), text.slice(at + 1)];
  const swapped = before + after.slice(0, 1) + text.charAt(at) + after.slice(1);
  return pick([before + after, before + letter + text.slice(at), before + letter + after, swapped]);
};

/** The same sentences, each with one slip of typing anywhere: far more than prescribers make. */
export const withSlips = (corpus: readonly CorpusText[], seed: number): readonly CorpusText[] => {
  const pick = chooser(seed);
  return corpus.map((made) => ({ ...made, text: slip(made.text, pick) }));
};
