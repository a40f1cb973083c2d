import { closeSync, openSync, readSync, statSync } from "node:fs";
import { decodeBytes } from "./decode-cell.ts";
import { Damage, type Stretch } from "./open-bytes.ts";
import { UnpacksTooLarge } from "./unpacking.ts";

/** A file inside a zip archive. */
export interface Part {
  readonly name: string;
  /** Bytes that it unpacks to, as the archive says. */
  readonly bytes: number;
  readonly stretch: Stretch;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const MAXED_16 = 0xffff;
const MAXED_32 = 0xffffffff;
/** No export has more files; the list of them is held in memory. */
const MOST_PARTS = 10_000;
const LONGEST_LIST = 1 << 24;

const broken = (what: string): Damage => new Damage(`the archive is damaged or cut short (${what})`);

interface List {
  readonly count: number;
  readonly length: number;
  readonly from: number;
}

class ArchiveFile {
  readonly #path: string;
  readonly #file: number;
  readonly #size: number;

  constructor(path: string) {
    this.#path = path;
    this.#file = openSync(path, "r");
    this.#size = statSync(path).size;
  }

  close(): void {
    closeSync(this.#file);
  }

  parts(): readonly Part[] {
    const { count, length, from } = this.#list();
    if (count > MOST_PARTS || length > LONGEST_LIST) throw new UnpacksTooLarge(`it holds ${count} files`);
    const list = this.#bytes(from, length);
    const parts: Part[] = [];
    let packed = 0;
    for (let at = 0, n = 0; n < count; n++) {
      if (at + 46 > list.length || list.readUInt32LE(at) !== CENTRAL) throw broken("its list of files");
      const part = this.#part(list, at);
      at += 46 + list.readUInt16LE(at + 28) + list.readUInt16LE(at + 30) + list.readUInt16LE(at + 32);
      packed += part.stretch.length;
      if (isForPeople(part.name)) parts.push(part);
    }
    if (packed > this.#size) throw new UnpacksTooLarge("the same bytes are in it as several files");
    return parts;
  }

  #bytes(from: number, length: number): Buffer {
    const buffer = Buffer.alloc(length);
    if (from < 0 || from + length > this.#size || readSync(this.#file, buffer, 0, length, from) < length)
      throw broken("shorter than it says");
    return buffer;
  }

  #list(): List {
    const length = Math.min(this.#size, END_BYTES + LONGEST_COMMENT);
    const tail = this.#bytes(this.#size - length, length);
    for (let at = length - END_BYTES; at >= 0; at--) {
      if (tail.readUInt32LE(at) !== END) continue;
      const list = {
        count: tail.readUInt16LE(at + 10),
        length: tail.readUInt32LE(at + 12),
        from: tail.readUInt32LE(at + 16),
      };
      const isLong = list.count === MAXED_16 || list.length === MAXED_32 || list.from === MAXED_32;
      return isLong ? this.#longList(this.#size - length + at) : list;
    }
    throw broken("no list of files");
  }

  /** Of an archive above 4 GiB. */
  #longList(end: number): List {
    const locator = this.#bytes(end - 20, 20);
    if (locator.readUInt32LE(0) !== LOCATOR_64) throw broken("no list of files");
    const record = this.#bytes(Number(locator.readBigUInt64LE(8)), 56);
    if (record.readUInt32LE(0) !== END_64) throw broken("no list of files");
    const number = (at: number) => Number(record.readBigUInt64LE(at));
    return { count: number(32), length: number(40), from: number(48) };
  }

  #part(list: Buffer, at: number): Part {
    const flags = list.readUInt16LE(at + 8);
    const method = list.readUInt16LE(at + 10);
    const nameEnd = at + 46 + list.readUInt16LE(at + 28);
    const name = decodeBytes(list.subarray(at + 46, nameEnd)).replaceAll("\\", "/");
    if ((flags & 1) !== 0) throw new Damage(`${name} is locked with a password`);
    if (method !== 0 && method !== 8) throw new Damage(`${name} is packed in a way that is not known (${method})`);
    const sizes = sizesOf(list, at, nameEnd);
    const local = this.#bytes(sizes.from, 30);
    if (local.readUInt32LE(0) !== LOCAL) throw broken(name);
    const from = sizes.from + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
    const packing = method === 0 ? "none" : "deflate";
    const crc = list.readUInt32LE(at + 16);
    return { name, bytes: sizes.bytes, stretch: { path: this.#path, from, length: sizes.packed, packing, crc } };
  }
}

/** Sizes and place of one file; of a long archive they stand in an extra field, in this order, each where it is needed. */
const sizesOf = (list: Buffer, at: number, nameEnd: number): { bytes: number; packed: number; from: number } => {
  const found = {
    packed: list.readUInt32LE(at + 20),
    bytes: list.readUInt32LE(at + 24),
    from: list.readUInt32LE(at + 42),
  };
  const extraEnd = nameEnd + list.readUInt16LE(at + 30);
  for (let field = nameEnd; field + 4 <= extraEnd; field += 4 + list.readUInt16LE(field + 2)) {
    if (list.readUInt16LE(field) !== 1) continue;
    let next = field + 4;
    for (const name of ["bytes", "packed", "from"] as const) {
      if (found[name] !== MAXED_32 || next + 8 > extraEnd) continue;
      found[name] = Number(list.readBigUInt64LE(next));
      next += 8;
    }
  }
  return found;
};

/** Not a folder, and nothing that a system puts beside the files for itself. */
const isForPeople = (name: string): boolean =>
  !name.endsWith("/") && !name.split("/").some((piece) => piece.startsWith(".") || piece === "__MACOSX");

/** The files inside a zip archive, in the order of its list; hidden ones are passed over. Throws for a damaged one. */
export const partsOf = (path: string): readonly Part[] => {
  const archive = new ArchiveFile(path);
  try {
    return archive.parts();
  } catch (error) {
    // A length in it points past its end.
    throw error instanceof RangeError ? broken("shorter than it says") : error;
  } finally {
    archive.close();
  }
};

const ZIP = Buffer.from("PK\u0003\u0004", "latin1");

/** Whether a file starts as a zip archive does. */
export const isArchive = (path: string): boolean => {
  const head = Buffer.alloc(ZIP.length);
  const file = openSync(path, "r");
  try {
    return readSync(file, head) === ZIP.length && head.equals(ZIP);
  } finally {
    closeSync(file);
  }
};
