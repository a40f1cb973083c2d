import { harmless, type Found } from "./atoms.ts";
import { leadTime } from "./meals.ts";
import { after, wordAt, type Tokens } from "./number.ts";

export const MINUTES: ReadonlySet<string> = new Set(["minutes", "mins", "minute", "seconds", "secs"]);

const MEASURED: ReadonlySet<string> = new Set(
  "egfr gfr creatinine hba1c bmi urate inr weight level qrisk phq9 dexa".split(" "),
);

/** "(eGFR 35)": a result of the laboratory. */
const result = (tokens: Tokens, at: number): Found | null => {
  if (!MEASURED.has(wordAt(tokens, at))) return null;
  let i = at + 1;
  while ([":", "=", "<", ">", "is", "-"].includes(wordAt(tokens, i))) i += 1;
  return tokens[i]?.digits === true && ["", ")", ".", ","].includes(wordAt(tokens, i + 1)) ? harmless(i + 1) : null;
};

const SPINE: ReadonlySet<string> = new Set(["l", "c", "s", "t"]);

const SPINE_LEADS: ReadonlySet<string> = new Set("fracture fractured level disc root vertebra wedge".split(" "));

/** "L5/S1", "C5-6": where in the spine it hurts. */
const spine = (tokens: Tokens, at: number): Found | null => {
  const level = (i: number): boolean => tokens[i]?.digits === true && tokens[i]?.attached === true;
  // "fracture L1".
  const named = SPINE_LEADS.has(wordAt(tokens, at - 1)) && SPINE.has(wordAt(tokens, at)) && level(at + 1);
  if (named && Number(wordAt(tokens, at + 1)) <= 12 && ["", "-", ".", ",", ")"].includes(wordAt(tokens, at + 2)))
    if (tokens[at + 2]?.attached !== true) return harmless(at + 2);
  if (!SPINE.has(wordAt(tokens, at)) || !level(at + 1) || !["/", "-"].includes(wordAt(tokens, at + 2))) return null;
  const second = SPINE.has(wordAt(tokens, at + 3)) ? at + 4 : at + 3;
  return level(second) && tokens[at + 2]?.attached === true ? harmless(second + 1) : null;
};

const STRONG: ReadonlySet<string> = new Set("plaster plasters patch patches medicated cream gel ointment".split(" "));

/** "5% plaster": how strong it is. */
const percent = (tokens: Tokens, at: number): Found | null =>
  tokens[at]?.digits === true && wordAt(tokens, at + 1) === "%" && STRONG.has(wordAt(tokens, at + 2))
    ? harmless(at + 2)
    : null;

const EVENTS: readonly (readonly string[])[] = [
  ["personal", "care"],
  ["dressing", "change"],
  ["dressing", "changes"],
  ["dressings"],
  ["physio"],
  ["dressing", "changes"],
  ["dressing", "change"],
  ["dressings"],
  ["dressing"],
  ["physiotherapy"],
  ["exercise"],
  ["movement"],
  ["mobilising"],
];

/** "30 mins before personal care", "half an hour before physio": what it is taken ahead of. */
const ahead = (tokens: Tokens, at: number): Found | null => {
  const before = leadTime(tokens, at);
  if (before === at || wordAt(tokens, before) !== "before") return null;
  const next = EVENTS.map((words) => after(tokens, before + 1, ...words)).find((place) => place > 0);
  return next === undefined ? null : harmless(next);
};

/** Results, places in the spine, strengths in percent and events with a number: none is a dose. */
export const readClinicalNote = (tokens: Tokens, at: number): Found | null =>
  result(tokens, at) ?? spine(tokens, at) ?? percent(tokens, at) ?? ahead(tokens, at);

export const CLINICAL_STARTS: readonly string[] = ["half", "an", "about", "at", ...SPINE, ...MEASURED];
