import { constants } from "node:buffer";
import { Damage } from "../sources/open-bytes.ts";

/** Every line of the bytes, as bytes, with its number from 1; `only` where the file has no other. */
export const eachLine = async (
  chunks: AsyncIterable<Buffer>,
  take: (line: Buffer, number: number, only: boolean) => void,
): Promise<void> => {
  let parts: Buffer[] = [];
  let held = 0;
  let number = 0;
  let first: Buffer | null = null;
  const taken = (line: Buffer) => {
    number++;
    if (number === 1) {
      first = Buffer.from(line);
      return;
    }
    if (isBlank(line)) return;
    if (first !== null) take(first, 1, false);
    first = null;
    take(line, number, false);
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      const piece = chunk.subarray(from, end);
      taken(parts.length === 0 ? piece : Buffer.concat([...parts, piece]));
      parts = [];
      from = end + 1;
    }
    held = from === 0 ? held + chunk.length : chunk.length - from;
    if (held > constants.MAX_STRING_LENGTH) throw new Damage("one line of more than 512 MB");
    if (from < chunk.length) parts.push(Buffer.from(chunk.subarray(from)));
  }
  if (parts.length > 0) taken(Buffer.concat(parts));
  if (first !== null) take(first, 1, true);
};

const isBlank = (line: Buffer): boolean => line.length < 64 && line.toString("latin1").trim() === "";
