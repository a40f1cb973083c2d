import { harmless, type Found } from "./atoms.ts";
import type { Before } from "./in-context.ts";
import { wordAt, type Tokens } from "./number.ts";

const NEEDS: ReadonlySet<string> = new Set(["needs", "need", "requires", "due", "book", "booked", "overdue"]);
const CHECKED: ReadonlySet<string> = new Set(
  "review check checks checked bloods test tests appointment appt monitoring discussion discussing assessment ecg seeing".split(
    " ",
  ),
);

/** "needs bp check", "requires med review": what is to be done for the person, behind a whole dose. */
export const readCheck = (tokens: Tokens, at: number, { said, amountWaits }: Before): Found | null => {
  if (said === "nothing" || amountWaits || !NEEDS.has(wordAt(tokens, at))) return null;
  for (let i = at + 1; i < at + 5; i += 1) {
    if (CHECKED.has(wordAt(tokens, i))) return harmless(i + 1);
    if (tokens[i]?.value != null || !/^[a-z]+$/.test(wordAt(tokens, i))) return null;
  }
  return null;
};

export const CHECK_STARTS: readonly string[] = [...NEEDS];
