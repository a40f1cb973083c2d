import { PACKING } from "../words/harmless.ts";
import { KNOWN_WORDS } from "../words/lexicon.ts";
import { DAILY_WORDS, DAY_WORDS, WEEK_WORDS, WEEKLY_WORDS } from "../words/times.ts";
import { harmless, type Found } from "./atoms.ts";
import { readNumber, wordAt, type Tokens } from "./number.ts";

const SUPPLY: ReadonlySet<string> = new Set([
  "dispense",
  "dispensed",
  "supply",
  "issue",
  "collect",
  "issued",
  "pickup",
  "deliver",
  "supplied",
  "prescribe",
  "delivered",
  "collected",
]);
const PACKED_LEADS: ReadonlySet<string> = new Set(["in", "for", "via", "on", "with", "a"]);
/** "weekly venalink", "28 day supply", "7 day scripts", "dispense weekly": how it is packed, not how it is taken. */
export const readSupply = (tokens: Tokens, at: number): Found | null => {
  const word = wordAt(tokens, at);
  if (SUPPLY.has(word)) {
    let i = at + 1;
    while (
      ["in", "as", "every", "once", "a", "on", "per", "basis", "each"].includes(wordAt(tokens, i)) ||
      WEEKLY_WORDS.has(wordAt(tokens, i)) ||
      DAILY_WORDS.has(wordAt(tokens, i)) ||
      WEEK_WORDS.has(wordAt(tokens, i)) ||
      ["monthly", "fortnightly"].includes(wordAt(tokens, i))
    )
      i += 1;
    return harmless(i);
  }
  let i = at;
  if (PACKED_LEADS.has(word)) i += 1;
  if (wordAt(tokens, i) === "a") i += 1;
  const number = readNumber(tokens, i);
  const span =
    number !== null &&
    (DAY_WORDS.has(wordAt(tokens, wordAt(tokens, number.next) === "-" ? number.next + 1 : number.next)) ||
      WEEK_WORDS.has(wordAt(tokens, number.next)));
  if (span) i = (wordAt(tokens, number.next) === "-" ? number.next + 1 : number.next) + 1;
  else if (WEEKLY_WORDS.has(wordAt(tokens, i)) || ["monthly", "fortnightly", "daily"].includes(wordAt(tokens, i)))
    i += 1;
  const unknown =
    i > at &&
    WEEKLY_WORDS.has(wordAt(tokens, i - 1)) &&
    /^[a-z]{3,}$/.test(wordAt(tokens, i)) &&
    !KNOWN_WORDS.has(wordAt(tokens, i));
  // "weekly vnlink": packed weekly or taken weekly.
  if (unknown) return { atom: { kind: "bad", reason: "two-readings" }, next: i + 1 };
  if (!PACKING.has(wordAt(tokens, i))) return null;
  while (PACKING.has(wordAt(tokens, i)) || wordAt(tokens, i) === "only") i += 1;
  return harmless(i);
};

export const SUPPLY_STARTS: readonly string[] = [...SUPPLY, ...PACKED_LEADS];
