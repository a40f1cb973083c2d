import { crc32, deflateRawSync } from "node:zlib";

interface Packed {
  readonly name: Buffer;
  readonly method: number;
  readonly crc: number;
  readonly bytes: Buffer;
  readonly size: number;
}

const pack = (name: string, content: string | Uint8Array, stored: boolean): Packed => {
  const plain = Buffer.from(content);
  const bytes = stored ? plain : deflateRawSync(plain);
  return { name: Buffer.from(name), method: stored ? 0 : 8, crc: crc32(plain), bytes, size: plain.length };
};

const header = (signature: number, length: number, at: number, { name, method, crc, bytes, size }: Packed): Buffer => {
  const head = Buffer.alloc(length);
  head.writeUInt32LE(signature, 0);
  head.writeUInt16LE(method, at);
  head.writeUInt32LE(crc, at + 6);
  head.writeUInt32LE(bytes.length, at + 10);
  head.writeUInt32LE(size, at + 14);
  head.writeUInt16LE(name.length, at + 18);
  return head;
};

/** A zip archive of these files, in this order. */
export const zipOf = (files: Readonly<Record<string, string | Uint8Array>>, { stored = false } = {}): Buffer => {
  const [parts, list]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const packed = pack(name, content, stored);
    const entry = header(0x02014b50, 46, 10, packed);
    entry.writeUInt32LE(offset, 42);
    list.push(entry, packed.name);
    const local = [header(0x04034b50, 30, 8, packed), packed.name, packed.bytes];
    parts.push(...local);
    offset += local.reduce((sum, { length }) => sum + length, 0);
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(list.length / 2, 8);
  end.writeUInt16LE(list.length / 2, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, directory, end]);
};
