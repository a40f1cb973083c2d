import { PART_WORDS } from "../words/numbers.ts";
import { UNIT_WORDS } from "../words/units.ts";
import { harmless, type Found } from "./atoms.ts";
import type { Before } from "./in-context.ts";
import { after, readNumber, wordAt, type Tokens } from "./number.ts";

const split = (text: string): readonly (readonly string[])[] =>
  text
    .trim()
    .split("\n")
    .map((line) => line.trim().split(" "));

/** Reasons, rules of the practice and advice behind a dose. With anything behind them they may say something else. */
const REMARKS: readonly (readonly string[])[] = split(`try to reduce
  try to reduce dose
  try to reduce use
  trying to reduce
  aim to reduce
  aiming to reduce
  rather than when required
  rather than when needed
  rather than as required
  rather than as needed
  rather than prn
  not just when in pain
  not only when in pain
  not only when required
  but not later
  not later
  never stop abruptly
  never stop suddenly
  do not stop abruptly
  do not stop suddenly
  dont stop abruptly
  dont stop suddenly
  no lost scripts replaced
  no lost script replaced
  no lost prescriptions replaced
  no lost medication replaced
  no replacement scripts
  no replacement prescriptions
  no replacements for lost scripts
  lost scripts not replaced
  lost prescriptions not replaced
  lost scripts will not be replaced
  lost prescriptions will not be replaced
  max dose for egfr
  max dose for renal function
  max dose for kidney function
  max dose for weight
  maximum dose for egfr
  maximum dose for renal function
  maximum dose for weight
  dispensed daily unless pharmacy closed
  supervised daily unless pharmacy closed
  witnessed by wife
  witnessed by husband
  witnessed by family
  witnessed by pharmacist
  speak to gp first
  speak to doctor first
  see gp first
  ask gp first
  check with gp first`);

const DURING: ReadonlySet<string> = new Set(["while", "whilst"]);
const DURING_LINKS: ReadonlySet<string> = new Set(["on", "taking", "using", "the", "still"]);
/** Kinds of medicine that a dose goes with. */
const GOES_WITH: ReadonlySet<string> = new Set(
  `nsaid nsaids steroid steroids opioid opioids opiate opiates opioids morphine codeine tramadol oxycodone fentanyl naproxen ibuprofen diclofenac
  aspirin prednisolone steroids antibiotics methotrexate clopidogrel`.split(/\s+/),
);

/** "while on nsaids": the reason why it is taken. */
const during = (tokens: Tokens, at: number): number => {
  if (!DURING.has(wordAt(tokens, at))) return -1;
  let i = at + 1;
  while (DURING_LINKS.has(wordAt(tokens, i))) i += 1;
  return i > at + 1 && GOES_WITH.has(wordAt(tokens, i)) ? i + 1 : -1;
};

/** "has own stock of 5mg": what is at home, with its strength. */
const ownStock = (tokens: Tokens, at: number): number => {
  let i = at;
  while (["pt", "patient", "he", "she"].includes(wordAt(tokens, i))) i += 1;
  const has = wordAt(tokens, i) === "has";
  if (has) i += 1;
  if (wordAt(tokens, i) === "own") i += 1;
  else if (!has) return -1;
  if (!["stock", "stocks", "supply", "supplies"].includes(wordAt(tokens, i))) return -1;
  i += 1;
  if (wordAt(tokens, i) !== "of") return ["at", "left"].includes(wordAt(tokens, i)) ? -1 : i;
  const strength = readNumber(tokens, i + 1);
  const unit = strength === null ? undefined : UNIT_WORDS.get(wordAt(tokens, strength.next));
  return strength?.digits === true && (unit === "mg" || unit === "microgram") ? strength.next + 1 : -1;
};

const ENDS: ReadonlySet<string> = new Set(["", ".", ")", "!"]);

/** True where a remark stops at this place: at the end, or at a comma with no number to come. */
const stops = (tokens: Tokens, at: number): boolean =>
  ENDS.has(wordAt(tokens, at)) ||
  ([",", ";", "-"].includes(wordAt(tokens, at)) &&
    tokens.slice(at).every(({ value, word }) => value === null && !PART_WORDS.has(word)));

/** Remarks that close a text behind a whole dose, and hold words that could change one elsewhere. */
export const readClosingRemark = (tokens: Tokens, at: number, { said, amountWaits }: Before): Found | null => {
  if (said === "nothing" || amountWaits) return null;
  const places = [...REMARKS.map((words) => after(tokens, at, ...words)), during(tokens, at), ownStock(tokens, at)];
  const next = Math.max(...places.filter((place) => place > 0 && stops(tokens, place)), -1);
  return next > 0 ? harmless(next) : null;
};

export const CLOSING_STARTS: readonly string[] = [
  ...REMARKS.map(([word]) => word ?? ""),
  ...DURING,
  ..."pt patient he she has own".split(" "),
];
