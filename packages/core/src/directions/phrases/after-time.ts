import { DAY_WORDS, WEEK_WORDS } from "../words/times.ts";
import type { Found } from "./atoms.ts";
import { readNumber, wordAt, type Tokens } from "./number.ts";

/** "after 1 week", "after seven days": when the next stretch begins. */
export const readAfterTime = (tokens: Tokens, at: number): Found | null => {
  if (wordAt(tokens, at) !== "after") return null;
  const article = wordAt(tokens, at + 1) === "a";
  const number = article ? null : readNumber(tokens, at + 1);
  if (!article && (number === null || number.value.d !== 1)) return null;
  const next = number?.next ?? at + 2;
  const count = number?.value.n ?? 1;
  const unit = wordAt(tokens, next);
  if (wordAt(tokens, next) === "/" && ["7", "52"].includes(wordAt(tokens, next + 1)))
    return { atom: { kind: "after-time", days: count * (wordAt(tokens, next + 1) === "7" ? 1 : 7) }, next: next + 2 };
  const by =
    unit === "fortnight"
      ? 14
      : WEEK_WORDS.has(unit) || unit === "weeks"
        ? 7
        : DAY_WORDS.has(unit) || unit === "nights"
          ? 1
          : 0;
  return by === 0 ? null : { atom: { kind: "after-time", days: count * by }, next: next + 1 };
};
