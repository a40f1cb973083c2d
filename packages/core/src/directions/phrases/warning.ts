import { OTHER_MEDICINES } from "../words/medicine-names.ts";
import { DAY_NAMES, PART_OF_DAY } from "../words/times.ts";
import { harmless, type Found } from "./atoms.ts";
import { after, wordAt, type Tokens } from "./number.ts";
import { PRODUCT_NAMES } from "./product-name.ts";

const ENDS: ReadonlySet<string> = new Set([".", ",", ";", ":", "(", ")", "", "!", "-"]);
const NOT_TO_DO: ReadonlySet<string> = new Set([
  "crush",
  "chew",
  "suck",
  "break",
  "drink",
  "drive",
  "swallow",
  "lie",
  "cut",
  "bite",
  "split",
  "mix",
  "open",
  "dissolve",
  "operate",
  "eat",
  "apply",
  "handle",
  "stand",
  "freeze",
  "refrigerate",
  "share",
  "refill",
  "expose",
  "smoke",
  "inhale",
  "crushed",
  "chewed",
  "switch",
  "substitute",
  "stop",
]);
const NOT_TO_TAKE: ReadonlySet<string> = new Set([
  "with",
  "if",
  "indigestion",
  "anything",
  "any",
  "other",
  "milk",
  "alcohol",
  "antacids",
  "aspirin",
  "ibuprofen",
  "nsaids",
  "on",
  "together",
  "alongside",
  "while",
  "more",
]);

const BESIDE: ReadonlySet<string> = new Set([
  "other",
  "any",
  "alcohol",
  "milk",
  "grapefruit",
  "paracetamol",
  "and",
  "or",
  "products",
  "containing",
  "medicines",
  "painkillers",
]);

/** Past one word of what is not taken beside it; `at` itself where it is none. */
const pastMedicine = (tokens: Tokens, at: number): number => {
  const word = wordAt(tokens, at);
  if (word === "co" && wordAt(tokens, at + 1) === "-") return at + 3;
  return BESIDE.has(word) || OTHER_MEDICINES.has(word) || PRODUCT_NAMES.has(word) ? at + 1 : at;
};

/** "not with co-codamol", "nil else with paracetamol": what is not taken beside it. */
const notWith = (tokens: Tokens, at: number): Found | null => {
  const start = Math.max(after(tokens, at, "not", "with"), after(tokens, at, "nil", "else", "with"));
  if (start < 0) return null;
  let i = start;
  for (let next = pastMedicine(tokens, i); next > i; next = pastMedicine(tokens, i)) i = next;
  return i > start && ENDS.has(wordAt(tokens, i)) ? harmless(i) : null;
};

/** "do not crush or chew", "avoid alcohol": a warning up to its end, where it holds no number. */
export const readWarning = (tokens: Tokens, at: number): Found | null => {
  const apart = notWith(tokens, at);
  if (apart !== null) return apart;
  let i = after(tokens, at, "do", "not");
  if (i < 0) i = ["dont", "avoid", "never"].includes(wordAt(tokens, at)) ? at + 1 : -1;
  if (i < 0) return null;
  const verb = wordAt(tokens, i);
  const avoid = wordAt(tokens, at) === "avoid";
  const take =
    ["take", "use", "taken"].includes(verb) &&
    NOT_TO_TAKE.has(wordAt(tokens, i + 1)) &&
    wordAt(tokens, i + 1) !== "more";
  if (!avoid && !NOT_TO_DO.has(verb) && !take) return null;
  while (!ENDS.has(wordAt(tokens, i))) {
    // "do not take on Sundays", "avoid at night": this leaves out doses.
    const when =
      DAY_NAMES.has(wordAt(tokens, i)) || PART_OF_DAY.has(wordAt(tokens, i)) || /^days?$/.test(wordAt(tokens, i));
    if ((avoid || take) && when) return null;
    if (["take", "max", "maximum"].includes(wordAt(tokens, i)) && i > at + 2) return harmless(i);
    const spans =
      ["week", "weeks", "wks", "days"].includes(wordAt(tokens, i + 1)) || ["-", "to"].includes(wordAt(tokens, i + 1));
    const site =
      spans && tokens.slice(at, i).some(({ word }) => ["site", "sites", "area", "place", "spot"].includes(word));
    if (tokens[i]?.value != null && !site) return null;
    if (["prn", "od", "bd", "tds", "qds", "daily", "nocte", "mane"].includes(wordAt(tokens, i))) return harmless(i);
    i += 1;
  }
  return harmless(i);
};

export const WARNING_STARTS: readonly string[] = ["do", "dont", "avoid", "never", "not", "nil"];
