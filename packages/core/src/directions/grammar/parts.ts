import type { When } from "./when.ts";

const SIDE_BY_SIDE: ReadonlySet<string> = new Set(["evening night", "night evening"]);

/** Doses named by their part of the day; a part said twice in a row ("at night before bed") is one dose. */
export const countParts = (parts: readonly When[]): number | null => {
  const seen = new Set<string>();
  let count = 0;
  let last = "";
  for (const { schedule, join } of parts) {
    if (schedule.kind !== "part") continue;
    const { part } = schedule;
    if (join === "or" && count > 0) continue;
    if (part === "meal") {
      count += schedule.count;
      continue;
    }
    if (seen.has(part)) {
      if (join === "and") return null;
      continue;
    }
    // "at night in the morning": no day runs that way, and nothing says that there are two doses.
    if (last === "night" && part === "morning" && join === "none") return null;
    if (last !== "" && join === "none" && SIDE_BY_SIDE.has(`${last} ${part}`) && parts.length === 2) return null;
    seen.add(part);
    // "at 10 o'clock at night": a clock and its part of the day are one dose.
    const restates = last !== "" && join === "none" && last.includes(":") !== part.includes(":");
    last = part;
    if (!restates) count += 1;
  }
  return count;
};
