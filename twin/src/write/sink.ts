import { closeSync, openSync, writeSync } from "node:fs";

const CHUNK = 1 << 20;

/** A file written in big pieces, so that memory stays small however much goes in. */
export class Sink {
  #pending = "";
  readonly #file: number;

  constructor(path: string) {
    this.#file = openSync(path, "w");
  }

  write(text: string): void {
    this.#pending += text;
    if (this.#pending.length >= CHUNK) this.#flush();
  }

  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  #flush(): void {
    const bytes = Buffer.from(this.#pending, "utf8");
    for (let at = 0; at < bytes.length;) at += writeSync(this.#file, bytes, at);
    this.#pending = "";
  }
}
