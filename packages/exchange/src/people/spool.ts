import { TemporaryFile } from "./temporary-file.ts";

const HELD = 1 << 22;

/** Lines kept for later, in memory while they are few and in a temporary file when they are not. */
export class Spool {
  #lines: string[] = [];
  #held = 0;
  #file: TemporaryFile | null = null;

  add(line: string): void {
    this.#lines.push(line);
    this.#held += line.length;
    if (this.#held < HELD) return;
    this.#file ??= new TemporaryFile();
    this.#file.append(Buffer.from(`${this.#lines.join("\n")}\n`, "utf8"));
    this.#lines = [];
    this.#held = 0;
  }

  *lines(): Generator<string> {
    const file = this.#file;
    if (file !== null) {
      const buffer = Buffer.alloc(1 << 16);
      let rest: Buffer = Buffer.alloc(0);
      for (let position = 0; position < file.length;) {
        const read = file.read(buffer, 0, buffer.length, position);
        position += read;
        const bytes = Buffer.concat([rest, buffer.subarray(0, read)]);
        let from = 0;
        for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, from)) {
          yield bytes.toString("utf8", from, end);
          from = end + 1;
        }
        rest = bytes.subarray(from);
      }
    }
    yield* this.#lines;
  }

  close(): void {
    this.#file?.close();
  }
}
