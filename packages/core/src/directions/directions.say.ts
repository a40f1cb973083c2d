import type { Ratio } from "../quantity/ratio.ts";
import type { Directions, Phase } from "./types.ts";

/** Halves and tenths as decimals, all else as a fraction: the way the specification tables write a number. */
const number = ({ n, d }: Ratio): string => ([1, 2, 4, 5, 8, 10, 20, 100].includes(d) ? String(n / d) : `${n}/${d}`);

const phase = ({ perDay, unit, asNeeded, maxPerDay, days }: Phase): string => {
  const [min, max] = [number(perDay.min), number(perDay.max)];
  return [
    min === max ? min : `${min}..${max}`,
    unit,
    ...(asNeeded ? ["prn"] : []),
    ...(maxPerDay === null ? [] : [`max ${number(maxPerDay)}`]),
    ...(days === null ? [] : [`for ${days} days`]),
  ].join(" ");
};

/**
 * A reading in one line, as the specification tables write it.
 * @example say(readDirections("1-2 qds prn")) // "0..8 unit prn"
 */
export const say = (directions: Directions): string =>
  directions.status === "refused" ? `refused: ${directions.reason}` : directions.phases.map(phase).join(" then ");
