import { harmless, type Found } from "./atoms.ts";
import { readInterval } from "./interval.ts";
import { wordAt, type Tokens } from "./number.ts";
import { readTimes } from "./times.ts";
import { UNIT_WORDS } from "../words/units.ts";

/** Names of opioid products as they head a text. */
export const PRODUCT_NAMES: ReadonlySet<string> = new Set(
  `butec butrans buprenorphine transtec hapoctasin sevodyne reletrans panitaz bupeaze relevtec matrifen durogesic fentanyl mezolar fencino victanyl
  osmanil yemex opiodur mylafent zomorph mst morphgesic morphine oramorph sevredol oxycontin oxynorm longtec shortec oxycodone oxypro reltebon onexila
  tramadol zydol zamadol marol tradorec maxitram mabron invodol tramulief codeine dihydrocodeine dhc tapentadol palexia targinact hydromorphone palladone abtard
  carexil oxyact oxeltra oxylan renocontin leveraxo myloxifin ixyldone lynlor methadone physeptone cocodamol solpadol zapain kapake tylex codydramol remedeine`
    .trim()
    .split(/\s+/),
);
/** Medicines for pain beside opioids: a number of three digits behind them is a strength. */
const BESIDE: ReadonlySet<string> = new Set(
  "lyrica neurontin gabapentin pregabalin alzain axalid methocarbamol".split(" "),
);
export const PRODUCT_STARTS: readonly string[] = [...PRODUCT_NAMES, ...BESIDE];
const AFTER: ReadonlySet<string> = new Set(["-", ".", ",", ":", ")", ";", "(", ""]);
const VERBS: ReadonlySet<string> = new Set(["apply", "take", "use", "one", "two", "half", "to"]);

/** "Butec 10 - apply one ...", "(fentanyl 25)": a name with its strength, and no dose. "MST 10 bd" has two readings. */
export const readProductName = (tokens: Tokens, at: number): Found | null => {
  const least = PRODUCT_NAMES.has(wordAt(tokens, at)) ? 5 : 100;
  if (least > 5 && !BESIDE.has(wordAt(tokens, at))) return null;
  let i = at + 1;
  while (["sr", "mr", "xl", "continus", "patch", "patches", "caps", "tabs", "pr", "la"].includes(wordAt(tokens, i)))
    i += 1;
  const strength = tokens[i];
  if (strength?.digits !== true || strength.value === null || Number(strength.word) < least) return null;
  // "pregabalin 100 - 25 nocte": two strengths.
  if (least > 5 && tokens.slice(i + 1, i + 4).some(({ value }) => value !== null && value.n > 10 * value.d))
    return null;
  // "Targinact 10/5 -": both of its medicines.
  const second = wordAt(tokens, i + 1) === "/" && tokens[i + 2]?.digits === true && wordAt(tokens, i + 3) === "-";
  if (second && tokens[i + 3]?.attached !== true) return harmless(i + 3);
  const next = wordAt(tokens, i + 1);
  if (UNIT_WORDS.has(next)) return null;
  if (readTimes(tokens, i + 1) !== null || readInterval(tokens, i + 1) !== null)
    return { atom: { kind: "bad", reason: "two-readings" }, next: i + 1 };
  return (AFTER.has(next) && !(next === "-" && tokens[i + 2]?.value != null && tokens[i + 1]?.attached === true)) ||
    VERBS.has(next)
    ? harmless(i + 1)
    : null;
};
