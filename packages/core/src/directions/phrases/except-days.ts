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

/** All days of the week but those. */
const others = (found: Found): Found | null => {
  if (found.atom.kind !== "weekdays") return null;
  const { days } = found.atom;
  return { ...found, atom: { kind: "weekdays", days: [0, 1, 2, 3, 4, 5, 6].filter((day) => !days.includes(day)) } };
};

/** "on methotrexate day (Weds)": one day of the week, named in brackets. */
const methotrexateDay = (tokens: Tokens, at: number): Found | null => {
  const start = wordAt(tokens, at) === "on" ? at + 1 : at;
  const open = Math.max(after(tokens, start, "methotrexate", "day", "("), after(tokens, start, "mtx", "day", "("));
  const found = open < 0 ? null : readWeekdays(tokens, open);
  const one = found?.atom.kind === "weekdays" && found.atom.days.length === 1 && wordAt(tokens, found.next) === ")";
  return one && found !== null ? { ...found, next: found.next + 1 } : null;
};

/** "every day except Sunday": all other days of the week. */
export const readExceptDays = (tokens: Tokens, at: number): Found | null => {
  for (const lead of LEADS) {
    let next = after(tokens, at, ...lead);
    if (next < 0) continue;
    if (wordAt(tokens, next) === "for") next += 1;
    const named = methotrexateDay(tokens, next);
    if (named !== null) return others(named);
    const found = readWeekdays(tokens, next);
    if (found?.atom.kind !== "weekdays" || found.atom.days.length > 5) return null;
    return others(found);
  }
  return null;
};

export const EXCEPT_STARTS: ReadonlySet<string> = new Set(LEADS.map(([word]) => word ?? ""));
