import { TemporaryFile } from "../people/temporary-file.ts";
import { Fingerprints } from "./prints.ts";

const HELD = 1 << 16;

export interface Question {
  readonly person: string;
  readonly id: string;
}

/** A request that was counted: its fingerprint, and the item that it orders. */
export interface Counted {
  readonly print: number;
  readonly item: number;
}

/**
 * Which requests were counted as issues, so that what was handed over for one of them is not counted again.
 * Sixteen bytes each, in a temporary file when they are many; looked through once for each batch of questions.
 */
export class CountedRequests {
  readonly #prints = new Fingerprints();
  /** Fingerprint and item, in turns. */
  readonly #held = new Float64Array(HELD * 2);
  #count = 0;
  #file: TemporaryFile | null = null;

  add(person: string, id: string, item: number): number {
    return this.#keep(this.#prints.of(person, id), item);
  }

  /** The same for an id that stands in a line, in ASCII. Answers the fingerprint. */
  addBytes(person: string, line: Uint8Array, from: number, to: number, item: number): number {
    return this.#keep(this.#prints.ofBytes(person, line, from, to), item);
  }

  #keep(print: number, item: number): number {
    if (this.#count === HELD * 2) {
      this.#file ??= new TemporaryFile();
      this.#file.append(new Uint8Array(this.#held.buffer));
      this.#count = 0;
    }
    this.#held[this.#count++] = print;
    this.#held[this.#count++] = item;
    return print;
  }

  /** For each question the request that was counted, or null. */
  counted(questions: readonly Question[]): readonly (Counted | null)[] {
    const wanted = questions.map(({ person, id }) => this.#prints.of(person, id));
    const missing = new Set(wanted);
    const found = new Map<number, Counted>();
    const look = (held: Float64Array) => {
      for (let at = 0; at < held.length; at += 2) {
        const print = held[at]!;
        if (missing.has(print)) found.set(print, { print, item: held[at + 1]! });
      }
    };
    look(this.#held.subarray(0, this.#count));
    const file = this.#file;
    if (file !== null) {
      const block = new Float64Array(HELD * 2);
      for (let position = 0; position < file.length; position += block.byteLength) {
        file.read(new Uint8Array(block.buffer), 0, block.byteLength, position);
        look(block);
      }
    }
    return wanted.map((print) => found.get(print) ?? null);
  }

  close(): void {
    this.#file?.close();
  }
}
