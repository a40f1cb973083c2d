import { createReadStream } from "node:fs";
import { StringDecoder } from "node:string_decoder";
import { createGunzip } from "node:zlib";
import { unpacksTooFar } from "../sources/open-bytes.ts";
import { UnusableBackup } from "./types.ts";

/** No line of a backup is longer by far; a file without line feeds must not fill the memory. */
const LONGEST_LINE = 256 << 20;

const asUnusable = (error: unknown, line: number): unknown => {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  if (code === "Z_BUF_ERROR")
    return new UnusableBackup("cut-short", line, `The backup ends in the middle, after line ${line}.`);
  if (!code.startsWith("Z_")) return error;
  return line === 0
    ? new UnusableBackup("not-a-backup", 0, "The file is no backup: it is not packed with gzip, or not from its start.")
    : new UnusableBackup("damaged", line, `The backup cannot be unpacked after line ${line}: its bytes have changed.`);
};

/** The lines of a gzipped text, many at a time. */
export async function* linesOf(path: string): AsyncGenerator<readonly string[]> {
  const file = createReadStream(path, { highWaterMark: 256 << 10 });
  const text = file.pipe(createGunzip({ chunkSize: 256 << 10 }));
  file.on("error", (error) => text.destroy(error));
  const decoder = new StringDecoder("utf8");
  let rest = "";
  let line = 0;
  let unpacked = 0;
  try {
    for await (const chunk of text) {
      unpacked += (chunk as Buffer).length;
      if (unpacksTooFar(file.bytesRead, unpacked))
        throw new UnusableBackup("damaged", line, "The backup unpacks to far more than any backup does.");
      const lines = (rest + decoder.write(chunk as Buffer)).split("\n");
      rest = lines.pop()!;
      if (rest.length > LONGEST_LINE)
        throw new UnusableBackup("damaged", line, `Line ${line + 1} of the backup has no end.`);
      line += lines.length;
      if (lines.length > 0) yield lines;
    }
    rest += decoder.end();
    if (rest !== "") throw new UnusableBackup("cut-short", line, `The backup ends in the middle of line ${line + 1}.`);
  } catch (error) {
    throw asUnusable(error, line);
  } finally {
    file.destroy();
    text.destroy();
  }
}
