import { inflateRawSync } from "node:zlib";

/** The files of an archive, by its directory at the end. */
export const entriesOf = (bytes: Buffer): Readonly<Record<string, string>> => {
  const end = bytes.length - 22;
  const files: Record<string, string> = {};
  for (let at = bytes.readUInt32LE(end + 16); at < end;) {
    const [packed, name, start] = [
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt32LE(at + 42),
    ];
    const from = start + 30 + bytes.readUInt16LE(start + 26);
    files[bytes.toString("utf8", at + 46, at + 46 + name)] = inflateRawSync(
      bytes.subarray(from, from + packed),
    ).toString();
    at += 46 + name;
  }
  return files;
};
