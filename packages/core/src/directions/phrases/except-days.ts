import type { Found } from "./atoms.ts";
import { after, wordAt, type Tokens } from "./number.ts";
import { readWeekdays } from "./weekdays.ts";

const LEADS: readonly (readonly string[])[] = [
  ["except"],
  ["excluding"],
  ["excl"],
  ["but", "not"],
  ["apart", "from"],
  ["exc"],
];

/** "every day except Sunday": all other days of the week. */
export const readExceptDays = (tokens: Tokens, at: number): Found | null => {
  for (const lead of LEADS) {
    let next = after(tokens, at, ...lead);
    if (next < 0) continue;
    if (wordAt(tokens, next) === "for") next += 1;
    const found = readWeekdays(tokens, next);
    if (found?.atom.kind !== "weekdays" || found.atom.days.length > 5) return null;
    const left = [0, 1, 2, 3, 4, 5, 6].filter((day) => !(found.atom as { days: readonly number[] }).days.includes(day));
    return { ...found, atom: { kind: "weekdays", days: left } };
  }
  return null;
};

export const EXCEPT_STARTS: ReadonlySet<string> = new Set(LEADS.map(([word]) => word ?? ""));
