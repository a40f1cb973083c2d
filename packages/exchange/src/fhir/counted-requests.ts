import { TemporaryFile } from "../people/temporary-file.ts";

/** 53 bits of a person and an id, as a whole number: two different ones agree once in 10^15. */
class Fingerprints {
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
    return (this.#low >>> 0) + ((this.#high >>> 0) & 0x1fffff) * 0x100000000;
  }
}

const HELD = 1 << 16;

/**
 * Which requests were counted as issues, so that what was handed over for one of them is not counted again.
 * Eight bytes each, in a temporary file when they are many; looked through once for each batch of questions.
 */
export class CountedRequests {
  readonly #prints = new Fingerprints();
  readonly #held = new Float64Array(HELD);
  #count = 0;
  #file: TemporaryFile | null = null;

  add(person: string, id: string): void {
    if (id !== "") this.#keep(this.#prints.of(person, id));
  }

  /** The same for an id that stands in a line, in ASCII. */
  addBytes(person: string, line: Uint8Array, from: number, to: number): void {
    if (to > from) this.#keep(this.#prints.ofBytes(person, line, from, to));
  }

  #keep(print: number): void {
    if (this.#count === HELD) {
      this.#file ??= new TemporaryFile();
      this.#file.append(new Uint8Array(this.#held.buffer));
      this.#count = 0;
    }
    this.#held[this.#count++] = print;
  }

  /** Which of the questions, each a person and a request's id, were counted. */
  counted(questions: readonly { readonly person: string; readonly id: string }[]): readonly boolean[] {
    const wanted = questions.map(({ person, id }) => this.#prints.of(person, id));
    const missing = new Set(wanted);
    const found = new Set<number>();
    const look = (prints: Float64Array) => {
      for (const print of prints) if (missing.has(print)) found.add(print);
    };
    look(this.#held.subarray(0, this.#count));
    const file = this.#file;
    if (file !== null) {
      const block = new Float64Array(HELD);
      for (let position = 0; position < file.length; position += block.byteLength) {
        file.read(new Uint8Array(block.buffer), 0, block.byteLength, position);
        look(block);
      }
    }
    return wanted.map((print) => found.has(print));
  }

  close(): void {
    this.#file?.close();
  }
}
