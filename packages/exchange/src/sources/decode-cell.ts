import { isUtf8 } from "node:buffer";

const windows1252 = new TextDecoder("windows-1252");
const BEYOND_ASCII = /[\x80-\xff]/;

/** Bytes of one cell or line as text: UTF-8, or Windows-1252 (older exports of practice systems) where they are not. */
export const decodeBytes = (bytes: Uint8Array): string =>
  isUtf8(bytes)
    ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8")
    : windows1252.decode(bytes);

/** The same for a cell whose bytes are held as the characters of a string. */
export const decodeCell = (raw: string): string =>
  BEYOND_ASCII.test(raw) ? decodeBytes(Buffer.from(raw, "latin1")) : raw;
