import { closeSync, mkdtempSync, openSync, readSync, rmSync, unlinkSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * A file for what does not fit in memory, readable by its owner only. Where the system allows, its name is gone
 * as soon as it is open, so that no record stays on the disk however the program ends.
 */
export class TemporaryFile {
  readonly #folder: string;
  readonly #file: number;
  #length = 0;
  #open = true;

  constructor() {
    this.#folder = mkdtempSync(join(tmpdir(), "concord-"));
    const path = join(this.#folder, "issues");
    this.#file = openSync(path, "wx+", 0o600);
    try {
      unlinkSync(path);
      rmSync(this.#folder, { recursive: true });
    } catch {
      // Some systems keep an open file's name: `close` removes it.
    }
  }

  get length(): number {
    return this.#length;
  }

  append(bytes: Uint8Array): void {
    let done = 0;
    while (done < bytes.byteLength)
      done += writeSync(this.#file, bytes, done, bytes.byteLength - done, this.#length + done);
    this.#length += bytes.byteLength;
  }

  /** Fills as much of `into` as the file has from this position on; says how many bytes. */
  read(into: Uint8Array, at: number, length: number, position: number): number {
    return readSync(this.#file, into, at, length, position);
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    closeSync(this.#file);
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
