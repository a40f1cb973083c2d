import { addDays, partsOfDay, type Day } from "@concord/core";
import type { Random } from "../random.ts";
import type { Pattern } from "./patterns.ts";
import type { Person, Span } from "./plan.ts";

/** Of people, in 10,000, who joined the practice while its records were kept. */
const JOINED = 2200;
/** Patterns that need years of record are planned for people who were there from the start. */
const STAYED = 900;

const ageOf = (random: Random, pattern: Pattern): number => {
  if (pattern.name === "none") return random.in10000(1900) ? random.between(0, 17) : random.between(18, 88);
  if (pattern.name.includes("maintenance")) return random.between(26, 60);
  return random.in10000(6500) ? random.between(48, 86) : random.between(22, 60);
};

/** Who someone is, before any medicine. `registered` may still be moved by the career. */
export const personOf = (random: Random, index: number, pattern: Pattern, span: Span): Person => {
  const age = ageOf(random, pattern);
  const birthYear = partsOfDay(span.end).year - age;
  const sex = random.in10000(pattern.current ? 5900 : 5050) ? "F" : "M";
  const joined = random.in10000(pattern.current ? STAYED : JOINED);
  const yearsBefore = Math.max(1, Math.min(30, age - 8));
  const registered = joined
    ? addDays(span.start, random.below(span.end - span.start - 1000 > 0 ? span.end - span.start - 1000 : 1))
    : addDays(span.start, -random.between(30, yearsBefore * 365));
  return {
    index,
    id: `SYN-${String(index + 1).padStart(6, "0")}`,
    practice: random.in10000(5800) ? 1 : 2,
    birthYear: Math.min(birthYear, partsOfDay(registered).year),
    sex,
    registered: registered as Day,
    pattern: pattern.name,
  };
};
