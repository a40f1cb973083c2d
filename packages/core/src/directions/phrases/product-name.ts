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
const AFTER: ReadonlySet<string> = new Set(["-", ".", ",", ":", ")", ";", "(", ""]);
const VERBS: ReadonlySet<string> = new Set(["apply", "take", "use", "one", "two", "half", "to"]);

/** "Butec 10 - apply one ...", "(fentanyl 25)": a name with its strength, and no dose. "MST 10 bd" has two readings. */
export const readProductName = (tokens: Tokens, at: number): Found | null => {
  if (!PRODUCT_NAMES.has(wordAt(tokens, at))) return null;
  let i = at + 1;
  while (["sr", "mr", "xl", "continus", "patch", "patches", "caps", "tabs", "pr", "la"].includes(wordAt(tokens, i)))
    i += 1;
  const strength = tokens[i];
  if (strength?.digits !== true || strength.value === null || Number(strength.word) < 5) return null;
  const next = wordAt(tokens, i + 1);
  if (UNIT_WORDS.has(next)) return null;
  if (readTimes(tokens, i + 1) !== null || readInterval(tokens, i + 1) !== null)
    return { atom: { kind: "bad", reason: "two-readings" }, next: i + 1 };
  return (AFTER.has(next) && !(next === "-" && tokens[i + 2]?.value != null && tokens[i + 1]?.attached === true)) ||
    VERBS.has(next)
    ? harmless(i + 1)
    : null;
};
