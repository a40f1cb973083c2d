import type { Found } from "./atoms.ts";
import { wordAt, type Tokens } from "./number.ts";

const PAIRED: ReadonlySet<string> = new Set(["nostril", "nostrils", "eye", "eyes", "ear", "ears"]);

/** "into each nostril", "in both eyes": the amount is given on both sides. */
export const readSides = (tokens: Tokens, at: number): Found | null => {
  let i = at;
  while (i < at + 2 && ["in", "into", "to", "up", "the", "per"].includes(wordAt(tokens, i))) i += 1;
  const per = wordAt(tokens, i - 1) === "per" && i > at;
  if (!per && wordAt(tokens, i) !== "each" && wordAt(tokens, i) !== "both") return null;
  if (!per) i += 1;
  if (!PAIRED.has(wordAt(tokens, i))) return null;
  return { atom: { kind: "sides" }, next: i + 1 };
};

export const SIDES_STARTS: ReadonlySet<string> = new Set(["in", "into", "to", "up", "per", "each", "both"]);
