import type { When } from "./when.ts";

const SIDE_BY_SIDE: ReadonlySet<string> = new Set(["evening night", "night evening"]);

/** The hours at which a part of the day is. */
const HOURS: Readonly<Record<string, readonly [from: number, to: number]>> = {
  morning: [4, 11],
  midday: [11, 15],
  evening: [16, 22],
  night: [18, 24],
};

/** "2 nocte - 22:00", "8pm, at night": the hour is that of the part beside it; null where the part has no hours. */
const isHourOf = (one: string, other: string): boolean | null => {
  const [clock, part] = one.includes(":") ? [one, other] : [other, one];
  const hour = Number(clock.slice(0, clock.indexOf(":"))) || 24;
  const hours = HOURS[part];
  return hours === undefined ? null : hour >= hours[0] && hour <= hours[1];
};

/** Doses named by their part of the day; a part said twice in a row ("at night before bed") is one dose. */
export const countParts = (parts: readonly When[]): number | null => {
  const seen = new Set<string>();
  let count = 0;
  let last = "";
  for (const { schedule, join } of parts) {
    if (schedule.kind !== "part") continue;
    const { part } = schedule;
    if (join === "or" && count > 0) continue;
    // "one or at night": what stood between is missing.
    if (join === "or") return null;
    if (part === "meal") {
      // "20mg mane, 2 hours before meals": once, or with each of them.
      if (schedule.count > 1 && count > 0 && join !== "and") return null;
      count += schedule.count;
      continue;
    }
    if (seen.has(part)) {
      if (join === "and") return null;
      continue;
    }
    // "at night in the morning": no day runs that way, and nothing says that there are two doses.
    if (last === "night" && part === "morning" && join === "none") return null;
    const beside = SIDE_BY_SIDE.has(`${last} ${part}`);
    if (beside && (join === "sentence" || (join !== "and" && parts.length === 2))) return null;
    seen.add(part);
    // "at 10 o'clock at night": a clock and its part of the day are one dose.
    const clock = last !== "" && last.includes(":") !== part.includes(":");
    const fits = clock && join !== "and" ? (isHourOf(last, part) ?? join === "none") : false;
    // "20mg mane, at 20:00": one of the two is a slip. Noon is an hour itself, and may stand in a list of hours.
    if (clock && join !== "and" && !fits && last !== "midday" && part !== "midday") return null;
    last = part;
    if (!fits) count += 1;
  }
  return count;
};
