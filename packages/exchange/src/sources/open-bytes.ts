import { closeSync, openSync, readSync } from "node:fs";
import { crc32, createGunzip, createInflateRaw, type Gunzip, type InflateRaw } from "node:zlib";
import type { Unpacking } from "./unpacking.ts";

/** Small chunks keep memory low where every chunk becomes a text; lines of JSON want bigger ones, to be cut less often. */
const SMALL_CHUNK = 1 << 16;
export const BIG_CHUNK = 1 << 20;

/** What stopped a file halfway, in words for people. */
export class Damage extends Error {}

const isGzip = (head: Buffer): boolean => head[0] === 0x1f && head[1] === 0x8b;

/** A file, or a stretch of one that is a file of its own inside an archive. */
export interface Stretch {
  readonly path: string;
  readonly from: number;
  readonly length: number;
  readonly packing: "none" | "deflate";
  /** CRC-32 of what it unpacks to; null where nobody says. */
  readonly crc: number | null;
}

export const wholeFile = (path: string): Stretch => ({ path, from: 0, length: Infinity, packing: "none", crc: null });

/**
 * The bytes as they lie on disk, counted as they are read, in one buffer: a chunk is good until the next is asked for.
 * A new buffer for each chunk would pile up faster than it is collected.
 */
async function* rawBytes(
  { path, from, length }: Stretch,
  onBytes: (bytes: number) => void,
  size: number,
): AsyncGenerator<Buffer> {
  const file = openSync(path, "r");
  try {
    const buffer = Buffer.alloc(size);
    for (let at = 0; at < length;) {
      const read = readSync(file, buffer, 0, Math.min(size, length - at), from + at);
      if (read === 0) break;
      at += read;
      onBytes(read);
      yield buffer.subarray(0, read);
    }
  } finally {
    closeSync(file);
  }
}

/** Records pack to a fifth or a twentieth: what unpacks to far more was made to fill a disk. */
const MOST_TIMES = 200;
const UNPACKED_FREELY = 256 << 20;

/** Whether bytes unpack to more than any records do. */
export const unpacksTooFar = (packed: number, unpacked: number): boolean =>
  unpacked > UNPACKED_FREELY && unpacked > packed * MOST_TIMES;

/** What a stream of Node's makes of the bytes; what comes out is counted. */
async function* unpacked(
  chunks: AsyncIterable<Buffer>,
  gunzip: Gunzip | InflateRaw,
  unpacking: Unpacking | null,
): AsyncGenerator<Buffer> {
  let [taken, given] = [0, 0];
  const feed = async () => {
    for await (const chunk of chunks) {
      if (gunzip.destroyed) return;
      taken += chunk.length;
      if (!gunzip.write(Buffer.from(chunk)))
        await new Promise<void>((resolve) => {
          const go = () => {
            gunzip.off("drain", go).off("close", go);
            resolve();
          };
          gunzip.on("drain", go).on("close", go);
        });
    }
    gunzip.end();
  };
  const feeding = feed().catch((error: Error) => gunzip.destroy(error));
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      given += chunk.length;
      unpacking?.given(chunk.length);
      if (unpacking === null && unpacksTooFar(taken, given))
        throw new Damage(`unpacks to more than ${MOST_TIMES} times its size, as no records do`);
      yield chunk;
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code?.startsWith("Z_") === true ? new Damage(`compressed data is damaged or cut short (${code})`) : error;
  } finally {
    gunzip.destroy();
    await feeding;
  }
}

/** What was unpacked is what was packed. */
async function* checked(chunks: AsyncIterable<Buffer>, expected: number): AsyncGenerator<Buffer> {
  let crc = 0;
  for await (const chunk of chunks) {
    crc = crc32(chunk, crc);
    yield chunk;
  }
  if (crc !== expected) throw new Damage("what is unpacked is not what was packed");
}

async function* startingWith(head: readonly Buffer[], rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* head;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.(undefined);
  }
}

async function* fromUtf16(chunks: AsyncIterable<Buffer>, label: "utf-16le" | "utf-16be"): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(label);
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }), "utf8");
  yield Buffer.from(decoder.decode(), "utf8");
}

async function* withoutFirst(bytes: number, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let left = bytes;
  for await (const chunk of chunks) {
    yield left === 0 ? chunk : chunk.subarray(left);
    left = 0;
  }
}

/** Peeks at the first bytes without losing them. */
const peek = async (chunks: AsyncIterable<Buffer>, bytes: number): Promise<[Buffer, AsyncIterable<Buffer>]> => {
  const iterator = chunks[Symbol.asyncIterator]();
  const head: Buffer[] = [];
  for (let length = 0; length < bytes;) {
    const next = await iterator.next();
    if (next.done === true) break;
    head.push(Buffer.from(next.value));
    length += next.value.length;
  }
  return [Buffer.concat(head), startingWith([Buffer.concat(head)], iterator)];
};

export interface OpenOptions {
  /** Bytes of the file on disk, as they are read. */
  readonly onBytes?: (bytes: number) => void;
  readonly size?: number;
  /** Counts what is unpacked, and ends it where it is too much; not limited where it is left out. */
  readonly unpacking?: Unpacking | undefined;
}

/**
 * The text of a file as UTF-8 bytes without byte order mark: gunzipped where its first bytes say so, from UTF-16 where
 * its mark says so. Bytes that are no UTF-8 (Windows-1252 exports) are left as they are: `decodeCell` reads them.
 */
export async function* openStretch(stretch: Stretch, options: OpenOptions = {}): AsyncGenerator<Buffer> {
  const { onBytes = () => {}, size = SMALL_CHUNK, unpacking = null } = options;
  const raw = rawBytes(
    stretch,
    (more) => {
      unpacking?.taken(more);
      onBytes(more);
    },
    size,
  );
  const plain =
    stretch.packing === "none" ? raw : unpacked(raw, createInflateRaw({ chunkSize: SMALL_CHUNK }), unpacking);
  let [head, bytes] = await peek(stretch.crc === null ? plain : checked(plain, stretch.crc), 3);
  if (isGzip(head)) [head, bytes] = await peek(unpacked(bytes, createGunzip({ chunkSize: SMALL_CHUNK }), unpacking), 3);
  if (head[0] === 0xff && head[1] === 0xfe) yield* fromUtf16(bytes, "utf-16le");
  else if (head[0] === 0xfe && head[1] === 0xff) yield* fromUtf16(bytes, "utf-16be");
  else if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) yield* withoutFirst(3, bytes);
  else yield* bytes;
}

/** The first bytes of the text, enough to tell its format. */
export const firstBytes = async (stretch: Stretch, most: number): Promise<Buffer> => {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of openStretch(stretch)) {
    parts.push(Buffer.from(chunk));
    length += chunk.length;
    if (length >= most) break;
  }
  return Buffer.concat(parts).subarray(0, most);
};
