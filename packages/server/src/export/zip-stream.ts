import { createDeflateRaw, crc32 } from "node:zlib";

export interface ZipFile {
  readonly name: string;
  readonly content: AsyncIterable<string> | Iterable<string>;
}

interface Written {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** ZIP's fields are of four bytes; ZIP64 is for what is larger. */
const MOST = 0xffff_ffff;

/** Made of parts as they come; names in UTF-8; sizes follow the content. */
const FLAGS = 0x0808;
const DEFLATE = 8;
const VERSION = 20;
/** 1 Jan 1980, the first day that ZIP knows: the files say themselves when they were made. */
const DAY = 0x0021;

const localHeader = (name: Buffer): Buffer => {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(FLAGS, 6);
  header.writeUInt16LE(DEFLATE, 8);
  header.writeUInt16LE(DAY, 12);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
};

const sizes = (header: Buffer, at: number, { crc, packed, size }: Omit<Written, "name" | "offset">): void => {
  header.writeUInt32LE(crc, at);
  header.writeUInt32LE(packed, at + 4);
  header.writeUInt32LE(size, at + 8);
};

const afterContent = (written: Omit<Written, "name" | "offset">): Buffer => {
  const header = Buffer.alloc(16);
  header.writeUInt32LE(0x08074b50, 0);
  sizes(header, 4, written);
  return header;
};

const inDirectory = (written: Written): Buffer => {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(VERSION, 6);
  header.writeUInt16LE(FLAGS, 8);
  header.writeUInt16LE(DEFLATE, 10);
  header.writeUInt16LE(DAY, 14);
  sizes(header, 16, written);
  header.writeUInt16LE(written.name.length, 28);
  header.writeUInt32LE(written.offset, 42);
  return Buffer.concat([header, written.name]);
};

const end = (files: number, size: number, offset: number): Buffer => {
  const header = Buffer.alloc(22);
  header.writeUInt32LE(0x06054b50, 0);
  header.writeUInt16LE(files, 8);
  header.writeUInt16LE(files, 10);
  header.writeUInt32LE(size, 12);
  header.writeUInt32LE(offset, 16);
  return header;
};

/** Compresses the content as it comes; tells its sizes when it has ended. */
async function* deflated(
  content: ZipFile["content"],
  told: (crc: number, size: number) => void,
): AsyncGenerator<Buffer> {
  const packer = createDeflateRaw();
  let [crc, size] = [0, 0];
  const feed = async (): Promise<void> => {
    for await (const text of content) {
      const bytes = Buffer.from(text);
      crc = crc32(bytes, crc);
      size += bytes.length;
      if (!packer.write(bytes)) await new Promise((resolve) => packer.once("drain", resolve));
    }
    packer.end();
  };
  const fed = feed().catch((error: Error) => packer.destroy(error));
  for await (const bytes of packer) yield bytes as Buffer;
  await fed;
  told(crc, size);
}

/**
 * Files as one ZIP archive, written while they are read, in the memory of one part. Throws where a file or the whole
 * is 4 GiB or more.
 */
export async function* zipStream(files: AsyncIterable<ZipFile> | Iterable<ZipFile>): AsyncGenerator<Buffer> {
  const all: Written[] = [];
  let offset = 0;
  for await (const { name: text, content } of files) {
    const name = Buffer.from(text);
    const start = offset;
    let [crc, packed, size] = [0, 0, 0];
    const header = localHeader(name);
    yield header;
    for await (const bytes of deflated(content, (sum, length) => ([crc, size] = [sum, length]))) {
      packed += bytes.length;
      yield bytes;
    }
    yield afterContent({ crc, packed, size });
    offset += header.length + packed + 16;
    if (offset > MOST || size > MOST) throw new RangeError(`${text} makes the archive larger than ZIP holds`);
    all.push({ name, crc, packed, size, offset: start });
  }
  const directory = Buffer.concat(all.map(inDirectory));
  yield directory;
  yield end(all.length, directory.length, offset);
}
