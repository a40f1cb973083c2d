import { randomFrom } from "../../bench/random.ts";

/** What happens by chance, the same on every run of one seed. */
export interface Chance {
  /** A whole number from 0 up to `below`. */
  readonly below: (below: number) => number;
  /** Whether something of this likelihood happens. */
  readonly happens: (likelihood: number) => boolean;
  readonly one: <T>(of: readonly T[]) => T;
}

export const chanceOf = (seed: number): Chance => {
  const random = randomFrom(seed);
  const below = (most: number): number => Math.floor(random() * most);
  return {
    below,
    happens: (likelihood) => random() < likelihood,
    one: (of) => of[below(of.length)]!,
  };
};
