import { DOSE_WORDS } from "../words/lexicon.ts";
import { PART_OF_DAY } from "../words/times.ts";
import { SPOON_ML } from "../words/units.ts";
import type { Found } from "./atoms.ts";
import { first, firsts } from "./connect.ts";
import { wordAt, type Tokens } from "./number.ts";
import { readPeriod } from "./period.ts";

const DIRECTED: readonly (readonly string[])[] = [
  ["as", "directed"],
  ["as", "dir"],
  ["mdu"],
  ["asd"],
  ["as", "instructed"],
  ["as", "advised"],
  ["as", "prescribed"],
  ["as", "discussed"],
  ["as", "explained"],
  ["as", "told"],
  ["as", "needed", "as", "directed"],
  ["ut", "dict"],
  ["as", "per"],
  ["per", "protocol"],
  ["as", "recommended"],
  ["as", "stated"],
  ["as", "agreed"],
  ["as", "indicated"],
  ["as", "described"],
  ["as", "shown"],
  ["as", "specified"],
  ["as", "ordered"],
  ["as", "drected"],
  ["as", "before"],
  ["use", "as", "before"],
  ["as", "written"],
  ["as", "directd"],
  ["see", "instructions"],
  ["follow", "instructions"],
  ["per", "instructions"],
  ["according", "to", "instructions"],
  ["per", "specialist"],
  ["per", "dr"],
  ["per", "gp"],
  ["per", "consultant"],
  ["per", "hospital"],
  ["per", "clinic"],
  ["per", "pain"],
  ["per", "letter"],
  ["see", "leaflet"],
  ["as", "di"],
  ["directed"],
  ["asdir"],
  ["ad"],
];

const BY_WHOM: ReadonlySet<string> = new Set([
  "by",
  "your",
  "the",
  "doctor",
  "gp",
  "dr",
  "hospital",
  "specialist",
  "consultant",
  "clinic",
  "nurse",
  "pain",
  "team",
  "teams",
  "palliative",
  "care",
  "cancer",
  "orthopaedic",
  "pharmacist",
  "surgery",
  "instructions",
  "letter",
  "protocol",
  "leaflet",
  "prescriber",
  "in",
  "on",
  "pack",
  "packet",
  "label",
]);

/** "per neurology": whoever it is, they direct. */
const perWhom = (tokens: Tokens, at: number): Found | null => {
  const word = wordAt(tokens, at + 1);
  const whom =
    wordAt(tokens, at) === "per" && /^[a-z]{4,}$/.test(word) && !DOSE_WORDS.has(word) && !PART_OF_DAY.has(word);
  return whom && word !== "protocol" && readPeriod(tokens, at) === null && !SPOON_ML.has(word)
    ? { atom: { kind: "as-directed" }, next: at + 2 }
    : null;
};

/** "as directed", "mdu", "as advised by your doctor": says that the dose stands somewhere else. */
export const readAsDirected = (tokens: Tokens, at: number): Found | null => {
  const found = first(tokens, at, DIRECTED, "as-directed") ?? perWhom(tokens, at);
  if (found === null) return null;
  let next = found.next;
  if (wordAt(tokens, at) === "as" && wordAt(tokens, at + 1) === "per") next += 0;
  while (
    BY_WHOM.has(wordAt(tokens, next)) &&
    !(
      wordAt(tokens, next) === "in" &&
      wordAt(tokens, next + 1) === "the" &&
      ["morning", "evening"].includes(wordAt(tokens, next + 2))
    ) &&
    !(wordAt(tokens, next) === "on" && tokens.length > next + 1 && !BY_WHOM.has(wordAt(tokens, next + 1)))
  )
    next += 1;
  return { ...found, next };
};

export const DIRECTED_STARTS: ReadonlySet<string> = new Set(firsts(DIRECTED));
