/** 53 bits of a person and an id, as a whole number above 0: two different ones agree once in 10^15. */
export class Fingerprints {
  #person = "";
  #low = 0;
  #high = 0;
  #personLow = 0;
  #personHigh = 0;

  of(person: string, id: string): number {
    this.#start(person);
    for (let i = 0; i < id.length; i++) this.#take(id.charCodeAt(i));
    return this.#print();
  }

  ofBytes(person: string, bytes: Uint8Array, from: number, to: number): number {
    this.#start(person);
    for (let at = from; at < to; at++) this.#take(bytes[at]!);
    return this.#print();
  }

  #start(person: string): void {
    if (person !== this.#person) {
      this.#low = 0x811c9dc5;
      this.#high = 0x1b873593;
      for (let i = 0; i < person.length; i++) this.#take(person.charCodeAt(i));
      // What follows belongs to the id: "a" and "bc" are not "ab" and "c".
      this.#take(0x2f);
      this.#person = person;
      this.#personLow = this.#low;
      this.#personHigh = this.#high;
    }
    this.#low = this.#personLow;
    this.#high = this.#personHigh;
  }

  #take(code: number): void {
    this.#low = Math.imul(this.#low ^ code, 0x01000193);
    const high = Math.imul(this.#high ^ code, 0x85ebca6b);
    this.#high = high ^ (high >>> 13);
  }

  #print(): number {
    return (this.#low >>> 0) + ((this.#high >>> 0) & 0x1fffff) * 0x100000000 || 1;
  }
}

/** Places of a table that is still small; it has four times as many each time that half of them are taken. */
const SMALL = 1 << 20;

/** Numbers by fingerprint in two flat arrays: millions of them are no millions of objects. */
export class PrintTable {
  readonly #Values: typeof Float64Array | typeof Uint8Array;
  #prints = new Float64Array(1 << 12);
  #values: Float64Array | Uint8Array;
  #count = 0;
  readonly #most: number;

  /** `Values`: what holds a number; `Uint8Array` for those below 256. */
  constructor(most: number, Values: typeof Float64Array | typeof Uint8Array = Float64Array) {
    this.#most = most;
    this.#Values = Values;
    this.#values = new Values(this.#prints.length);
  }

  get isFull(): boolean {
    return this.#count >= this.#most;
  }

  get(print: number): number | undefined {
    const place = this.#place(print);
    return this.#prints[place] === 0 ? undefined : this.#values[place];
  }

  /** A new print is not kept where the table is full. */
  set(print: number, value: number): void {
    const place = this.#place(print);
    if (this.#prints[place] === 0) this.#add(place, print, value);
    else this.#values[place] = value;
  }

  /** Sets a new print; false where it was known, and then changes nothing. */
  setNew(print: number, value: number): boolean {
    const place = this.#place(print);
    if (this.#prints[place] !== 0) return false;
    this.#add(place, print, value);
    return true;
  }

  #add(place: number, print: number, value: number): void {
    if (this.isFull) return;
    this.#prints[place] = print;
    this.#values[place] = value;
    if (++this.#count * 2 > this.#prints.length) this.#grow();
  }

  #place(print: number): number {
    const prints = this.#prints;
    const mask = prints.length - 1;
    let place = print & mask;
    for (let held = prints[place]; held !== 0 && held !== print; held = prints[place]) place = (place + 1) & mask;
    return place;
  }

  #grow(): void {
    const [prints, values] = [this.#prints, this.#values];
    const wider = prints.length * (prints.length < SMALL ? 4 : 2);
    this.#prints = new Float64Array(wider);
    this.#values = new this.#Values(wider);
    for (let at = 0; at < prints.length; at++) {
      if (prints[at] === 0) continue;
      const place = this.#place(prints[at]!);
      this.#prints[place] = prints[at]!;
      this.#values[place] = values[at]!;
    }
  }
}

/** As many resources as are remembered: more than a practice writes in decades. */
export const PRINTS_KEPT = 4_000_000;
