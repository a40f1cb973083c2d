/**
 * Exact fractions of safe integers: 60 mg three times is 180, never 179.9999982.
 * Always reduced, denominator above zero.
 */
export interface Ratio {
  readonly n: number;
  readonly d: number;
}

const greatestCommonDivisor = (a: number, b: number): number => {
  let x = Math.abs(a);
  let y = Math.abs(b);
  while (y !== 0) [x, y] = [y, x % y];
  return x;
};

/**
 * The fraction n/d in its lowest terms.
 * Throws a RangeError where either part is not a safe integer or d is 0: that is a bug, not bad input.
 * @example ratio(6, 4) // { n: 3, d: 2 }
 */
export const ratio = (n: number, d = 1): Ratio => {
  if (!Number.isSafeInteger(n) || !Number.isSafeInteger(d) || d === 0)
    throw new RangeError(`not an exact fraction: ${n}/${d}`);
  if (n === 0) return ZERO;
  const by = greatestCommonDivisor(n, d) * (d < 0 ? -1 : 1);
  return { n: n / by, d: d / by };
};

export const ZERO: Ratio = { n: 0, d: 1 };
export const ONE: Ratio = { n: 1, d: 1 };

/** Longest decimal that is read: 9 digits before the point, 6 after. Anything longer is no dose. */
const DECIMAL = /^(\d{1,9})(?:\.(\d{1,6}))?$|^\.(\d{1,6})$/;

/**
 * A plain decimal ("52.5", ".5", "28") as an exact fraction; null where the text is anything else.
 * @example parseDecimal("52.5") // { n: 105, d: 2 }
 */
export const parseDecimal = (text: string): Ratio | null => {
  const match = DECIMAL.exec(text);
  if (match === null) return null;
  const places = match[2] ?? match[3] ?? "";
  return ratio(Number((match[1] ?? "") + places), 10 ** places.length);
};

/**
 * A JSON number as the exact decimal that it prints as; null where it is not finite, negative or too long.
 * @example fromNumber(0.1) // { n: 1, d: 10 }
 */
export const fromNumber = (value: number): Ratio | null => parseDecimal(String(value));

/** Cross-reduces before it multiplies, so that no intermediate grows past what an exact integer holds. */
export const times = (a: Ratio, b: Ratio): Ratio => {
  const left = greatestCommonDivisor(a.n, b.d) || 1;
  const right = greatestCommonDivisor(b.n, a.d) || 1;
  return ratio((a.n / left) * (b.n / right), (a.d / right) * (b.d / left));
};

export const over = (a: Ratio, b: Ratio): Ratio => times(a, { n: b.d, d: b.n });

export const plus = (a: Ratio, b: Ratio): Ratio => {
  const by = greatestCommonDivisor(a.d, b.d);
  return ratio(a.n * (b.d / by) + b.n * (a.d / by), (a.d / by) * b.d);
};

/** Below zero where a is less than b, zero where equal, above zero where more. */
export const compare = (a: Ratio, b: Ratio): number => a.n * b.d - b.n * a.d;

export const least = (a: Ratio, b: Ratio): Ratio => (compare(a, b) <= 0 ? a : b);
export const most = (a: Ratio, b: Ratio): Ratio => (compare(a, b) >= 0 ? a : b);

/** The nearest double; the only way out of exact arithmetic besides `roundHalfEven`. */
export const toNumber = (a: Ratio): number => a.n / a.d;

/**
 * The whole number nearest to the fraction, halves to the even neighbour: the one rounding of a dose.
 * @example roundHalfEven(ratio(5, 2)) // 2
 */
export const roundHalfEven = (a: Ratio): number => {
  const floor = Math.floor(a.n / a.d);
  const rest = a.n - floor * a.d;
  if (rest * 2 < a.d) return floor;
  if (rest * 2 > a.d) return floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
};
