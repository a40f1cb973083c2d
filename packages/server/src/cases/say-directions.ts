import { presentDirections, type Directions } from "@concord/core";

/** In place of words that nobody may see who is not to know whose they are. */
export const WITHHELD = "text withheld";

const band = (min: number, max: number): string => (min === max ? String(min) : `${min} to ${max}`);

/** What was read in directions, in words of our own; a text that was not read is withheld. Numbers are a day. */
export const sayDirections = (directions: Directions): string => {
  const { phases } = presentDirections(directions);
  if (phases.length === 0) return WITHHELD;
  return phases
    .map(({ perDay, unit, days, asNeeded, maxPerDay }) =>
      [
        `${band(perDay.min, perDay.max)} ${unit} a day`,
        ...(asNeeded ? ["as needed"] : []),
        ...(maxPerDay === null ? [] : [`at most ${maxPerDay}`]),
        ...(days === null ? [] : [`for ${days} days`]),
      ].join(", "),
    )
    .join("; then ");
};
