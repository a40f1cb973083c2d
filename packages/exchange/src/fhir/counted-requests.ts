import { TemporaryFile } from "../people/temporary-file.ts";
import { NO_DAY } from "../people/person-table.ts";
import { Fingerprints } from "./prints.ts";

const HELD = 1 << 16;

export interface Question {
  readonly person: string;
  readonly id: string;
}

/** A request that was counted: its fingerprint, the item that it orders, and when it was stopped, if it was. */
export interface Counted {
  readonly print: number;
  readonly item: number;
  readonly stopped: number;
}

/** Numbers held of each. */
const WIDTH = 3;

/**
 * Which requests were counted as issues, so that what was handed over for one of them is not counted again.
 * 24 bytes each, in a temporary file when they are many; looked through once for each batch of questions.
 */
export class CountedRequests {
  readonly #prints = new Fingerprints();
  readonly #held = new Float64Array(HELD * WIDTH);
  #count = 0;
  #file: TemporaryFile | null = null;

  add(person: string, id: string, item: number, stopped: number): number {
    return this.#keep(this.#prints.of(person, id), item, stopped);
  }

  /** The same for an id that stands in a line, in ASCII, of a request that was not stopped. Answers the fingerprint. */
  addBytes(person: string, line: Uint8Array, from: number, to: number, item: number): number {
    return this.#keep(this.#prints.ofBytes(person, line, from, to), item, NO_DAY);
  }

  #keep(print: number, item: number, stopped: number): number {
    if (this.#count === HELD * WIDTH) {
      this.#file ??= new TemporaryFile();
      this.#file.append(new Uint8Array(this.#held.buffer));
      this.#count = 0;
    }
    this.#held[this.#count++] = print;
    this.#held[this.#count++] = item;
    this.#held[this.#count++] = stopped;
    return print;
  }

  /** For each question the request that was counted, or null. */
  counted(questions: readonly Question[]): readonly (Counted | null)[] {
    if (questions.length === 0) return [];
    const wanted = questions.map(({ person, id }) => this.#prints.of(person, id));
    const missing = new Set(wanted);
    const found = new Map<number, Counted>();
    const look = (held: Float64Array) => {
      for (let at = 0; at < held.length; at += WIDTH) {
        const print = held[at]!;
        if (missing.has(print)) found.set(print, { print, item: held[at + 1]!, stopped: held[at + 2]! });
      }
    };
    look(this.#held.subarray(0, this.#count));
    const file = this.#file;
    if (file !== null) {
      const block = new Float64Array(HELD * WIDTH);
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
