/**
 * Small fast counter generator (sfc32), so that a seed always gives the same practice on every machine.
 * Each person has streams of their own, made from (seed, person, purpose): anyone can be made alone, and a change
 * to one purpose leaves the others as they were.
 */
export class Random {
  #a = 0;
  #b = 0;
  #c = 0;
  #counter = 1;

  constructor(seed: number, person: number, purpose: number) {
    this.#a = mix(seed ^ 0x9e3779b9);
    this.#b = mix(person ^ mix(seed + 0x85ebca6b));
    this.#c = mix(purpose + mix(person + 0xc2b2ae35));
    for (let round = 0; round < 12; round += 1) this.next();
  }

  /** A whole number from 0 to 2^32 - 1. */
  next(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
    return sum >>> 0;
  }

  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number {
    return Math.floor((this.next() / 4294967296) * limit);
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  /** True so many times in 10,000. */
  in10000(times: number): boolean {
    return this.below(10000) < times;
  }

  pick<T>(choices: readonly T[]): T {
    const choice = choices[this.below(choices.length)];
    if (choice === undefined) throw new RangeError("nothing to pick from");
    return choice;
  }

  /** One of the choices, each as often as its `share` says. */
  weighted<T extends { readonly share: number }>(choices: readonly T[]): T {
    let total = 0;
    for (const choice of choices) total += choice.share;
    let left = this.below(total);
    for (const choice of choices) {
      left -= choice.share;
      if (left < 0) return choice;
    }
    throw new RangeError("nothing to pick from");
  }
}

/** Scrambles 32 bits (finaliser of murmur3). */
const mix = (value: number): number => {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
};

const GOLDEN = 0x9e3779b1;

/**
 * Where a person falls among 10,000 cards, spread evenly over people (golden-ratio steps) so that rare patterns come
 * in their planned number even in one small practice.
 */
export const cardOf = (seed: number, person: number): number => {
  const turn = (Math.imul(person, GOLDEN) + mix(seed)) >>> 0;
  return Math.floor((turn / 4294967296) * 10000);
};
