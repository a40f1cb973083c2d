import { harmless, type Found } from "./atoms.ts";
import { readClock } from "./clock.ts";
import { wordAt, type Tokens } from "./number.ts";

const REMOVE: ReadonlySet<string> = new Set(["remove", "removed", "removing", "off", "discard"]);
const WORN: ReadonlySet<string> = new Set(["patch", "patches", "plaster", "plasters", "ptch"]);

/** "remove old patch", "remove after 12 hours": taking a patch off is no dose. */
export const readRemoval = (tokens: Tokens, at: number): Found | null => {
  let i = at;
  if (wordAt(tokens, i) === "and" || wordAt(tokens, i) === "then") i += 1;
  if (!REMOVE.has(wordAt(tokens, i))) return null;
  if (wordAt(tokens, i) === "off" && !tokens.some(({ word }) => WORN.has(word))) return null;
  i += 1;
  while (
    [
      "the",
      "old",
      "previous",
      "before",
      "after",
      "applying",
      "new",
      "one",
      "patch",
      "patches",
      "at",
      "night",
      "nocte",
      "in",
      "evening",
      "bedtime",
      "for",
      "used",
      "hours",
      "hrs",
      "last",
      "then",
      "every",
      "a",
      "off",
      "putting",
      "on",
      "next",
      "another",
      "first",
      "it",
      "when",
    ].includes(wordAt(tokens, i)) ||
    (["12", "8", "24"].includes(wordAt(tokens, i)) && ["hours", "hrs", "h"].includes(wordAt(tokens, i + 1)))
  ) {
    if (wordAt(tokens, i) === "every" || wordAt(tokens, i) === "and") return null;
    i += 1;
  }
  // "remove at 20:00": an hour without a dose.
  const hour = wordAt(tokens, i - 1) === "at" ? readClock(tokens, i - 1, true) : null;
  return harmless(hour?.next ?? i);
};

export const REMOVAL_STARTS: readonly string[] = [...REMOVE, "and", "then"];
