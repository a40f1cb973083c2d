import type { PerDay } from "../types.ts";
import type { Found } from "./atoms.ts";

/** "every 4 to 6 hours", as it was found; an interval of nothing is a slip of typing. */
export const every = (hours: PerDay, next: number): Found =>
  hours.min.n === 0
    ? { atom: { kind: "bad", reason: "implausible" }, next }
    : { atom: { kind: "every", hours, upTo: false }, next };
