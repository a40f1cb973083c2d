import { presentDirections, type Directions } from "@concord/core";

/** A code in place of words that nobody may see who is not to know whose they are: the page says it. */
export const WITHHELD = "withheld-text";

const PLAIN: ReadonlySet<string> = new Set(["ml", "mg", "g"]);
/** "2 tablets", "5 ml"; nothing behind the number where nobody says of what. */
const counted = (unit: string, most: number): string => {
  if (unit === "unit") return "";
  if (PLAIN.has(unit) || most === 1) return ` ${unit}`;
  return ` ${unit}${unit.endsWith("ch") ? "es" : "s"}`;
};

const band = (min: number, max: number): string => (min === max ? String(min) : `${min} to ${max}`);

/** What was read in directions, in words of our own; a text that was not read is withheld. Numbers are a day,
 * of what the product is counted in where they say nothing else. */
export const sayDirections = (directions: Directions, countedIn: string | null): string => {
  const { phases } = presentDirections(directions);
  if (phases.length === 0) return WITHHELD;
  return phases
    .map(({ perDay, unit, days, asNeeded, maxPerDay }) =>
      [
        `${band(perDay.min, perDay.max)}${counted(unit === "unit" ? (countedIn ?? unit) : unit, perDay.max)} a day`,
        ...(asNeeded ? ["as needed"] : []),
        ...(maxPerDay === null ? [] : [`at most ${maxPerDay}`]),
        ...(days === null ? [] : [`for ${days} days`]),
      ].join(", "),
    )
    .join("; then ");
};
