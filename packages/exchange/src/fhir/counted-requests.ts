import { TemporaryFile } from "../people/temporary-file.ts";

/** 53 bits of a text, as a whole number: two different ones agree once in 10^15. */
const fingerprint = (text: string): number => {
  let low = 0x811c9dc5;
  let high = 0x1b873593;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b);
    high ^= high >>> 13;
  }
  return (low >>> 0) + ((high >>> 0) & 0x1fffff) * 0x100000000;
};

const HELD = 1 << 16;

/**
 * Which requests were counted as issues, so that what was handed over for one of them is not counted again.
 * Eight bytes each, in a temporary file when they are many; looked through once for each batch of questions.
 */
export class CountedRequests {
  readonly #held = new Float64Array(HELD);
  #count = 0;
  #file: TemporaryFile | null = null;

  add(person: string, id: string): void {
    if (this.#count === HELD) {
      this.#file ??= new TemporaryFile();
      this.#file.append(new Uint8Array(this.#held.buffer));
      this.#count = 0;
    }
    this.#held[this.#count++] = fingerprint(`${person}/${id}`);
  }

  /** Which of the questions, each a person and a request's id, were counted. */
  counted(questions: readonly { readonly person: string; readonly id: string }[]): readonly boolean[] {
    const wanted = questions.map(({ person, id }) => fingerprint(`${person}/${id}`));
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
