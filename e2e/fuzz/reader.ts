import type { Chance } from "./chance.ts";

/** One reader that is tried, and how it is seen to do right. */
export interface FuzzedReader {
  readonly name: string;
  /** Of a hundred inputs, so many are for this one. */
  readonly share: number;
  /** A valid example, spoilt. */
  readonly spoil: (chance: Chance) => Buffer;
  /** What is wrong with how it was read; null where nothing is. A throw is wrong too. */
  readonly problem: (input: Buffer) => Promise<string | null> | string | null;
}
