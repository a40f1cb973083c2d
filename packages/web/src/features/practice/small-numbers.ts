import type { ShownCount } from "@concord/exchange/api";

/** A number of people as it may be shown: itself, or that it is small, or nothing since it would give a small one away. */
export type Shown = ShownCount;

/** One number: from 1 to `small` it is only said to be small. 0 and `small` null stand as they are. */
export const shown = (people: Shown, small: number | null): Shown =>
  small !== null && typeof people === "number" && people > 0 && people < small ? "few" : people;

/** The parts of a total and the total: where any part is hidden, the total would give it away by subtraction. */
export const shownParts = (
  parts: readonly Shown[],
  total: Shown,
  small: number | null,
): { readonly parts: readonly Shown[]; readonly total: Shown } => {
  const hidden = parts.map((people) => shown(people, small));
  return { parts: hidden, total: hidden.includes("few") ? "left-out" : shown(total, small) };
};
