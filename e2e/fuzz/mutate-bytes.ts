import { gzipSync } from "node:zlib";
import type { Chance } from "./chance.ts";

/** What has broken readers elsewhere, as bytes. */
const TROUBLE: readonly Buffer[] = [
  "\0",
  "\uFEFF",
  "\r\n",
  "\r",
  "\n",
  '"',
  '""',
  "'",
  ",",
  ";",
  "\t",
  "|",
  "\\",
  "\u2028",
  "\u202E",
  "\u00A0",
  "\\u0000",
  "\\ud800",
  "\\ud83d\\ude00",
  "__proto__",
  '"__proto__":{"polluted":true},',
  "constructor",
  "toString",
  "=1+1",
  "@SUM(A1)",
  "../../",
  "null",
  "true",
  "[]",
  "{}",
  "[[[[[[[[",
  '{"a":',
  "}}}}",
  "]]",
  "NaN",
  "Infinity",

  "-0",
  "1e308",
  "1e999",
  "0.1e-400",
  "9007199254740993",
  "-1",
  "00000000000000000001",
  "4294967296",
  "½",
  "٣",
  "Ⅳ",
  "0001-01-01",
  "9999-12-31",
  "2025-02-29",
  "2025-01-06T23:59:60+25:00",
  "1900-01-01",
  "29/02/2024",
  "é",
  "😀",
  "İ",
  "ﬁ",
  "ǅ",
  "ẞ",
  "mg",
  "micrograms",
  "a".repeat(300),
  " ".repeat(200),
  "1".repeat(400),
].map((text) => Buffer.from(text, "utf8"));
const NOT_UTF8 = ["eda080", "c080", "fffe", "feff", "ff", "f8888080", "e9", "1f8b", "504b0304"].map((hex) =>
  Buffer.from(hex, "hex"),
);
const ALL_TROUBLE = [...TROUBLE, ...NOT_UTF8];

const LARGEST = 256 << 10;

type Mutation = (bytes: Buffer, chance: Chance, examples: readonly Buffer[]) => Buffer;

const sliceOf = (bytes: Buffer, { below }: Chance, most = 64): readonly [number, number] => {
  const from = below(bytes.length + 1);
  return [from, Math.min(bytes.length, from + below(most))];
};
const putAt = (bytes: Buffer, at: number, what: Buffer, until = at): Buffer =>
  Buffer.concat([bytes.subarray(0, at), what, bytes.subarray(until)]);
const linesOf = (bytes: Buffer): string[] => bytes.toString("latin1").split("\n");
const ofLines = (lines: readonly string[]): Buffer => Buffer.from(lines.join("\n"), "latin1");

const utf16 = (bytes: Buffer, big: boolean): Buffer => {
  const text = Buffer.from(`\uFEFF${bytes.toString("utf8")}`, "utf16le");
  return big ? text.swap16() : text;
};

const MUTATIONS: readonly Mutation[] = [
  (bytes, { below }) => bytes.subarray(0, below(bytes.length + 1)),
  (bytes, { below }) => {
    const copy = Buffer.from(bytes);
    if (copy.length > 0) copy[below(copy.length)]! ^= 1 << below(8);
    return copy;
  },
  (bytes, { below, one }) => putAt(bytes, below(bytes.length + 1), one(ALL_TROUBLE)),
  (bytes, chance) => {
    const [from, to] = sliceOf(bytes, chance);
    return putAt(bytes, from, chance.one(ALL_TROUBLE), to);
  },
  (bytes, chance) => {
    const [from, to] = sliceOf(bytes, chance);
    return putAt(bytes, from, Buffer.alloc(0), to);
  },
  (bytes, chance) => {
    const [from, to] = sliceOf(bytes, chance);
    return putAt(bytes, chance.below(bytes.length + 1), bytes.subarray(from, to));
  },
  (bytes, chance, examples) => {
    const other = chance.one(examples);
    const [from, to] = sliceOf(other, chance, 400);
    return putAt(bytes, chance.below(bytes.length + 1), other.subarray(from, to));
  },
  (bytes, chance) => {
    const lines = linesOf(bytes);
    const at = chance.below(lines.length);
    return ofLines(lines.toSpliced(at, 0, ...Array<string>(1 + chance.below(4)).fill(lines[at]!)));
  },
  (bytes, chance) => {
    const lines = linesOf(bytes);
    const [moved] = lines.splice(chance.below(lines.length), 1);
    return ofLines(lines.toSpliced(chance.below(lines.length + 1), 0, moved!));
  },
  (bytes, { happens }) => ofLines(linesOf(bytes).map((line) => (happens(0.5) ? `${line}\r` : line))),
  (bytes, { one }) =>
    Buffer.from(
      bytes.toString("latin1").replace(/\d+/g, (all) => one([all, all, all, `${all}${all}`, "0", "-1"])),
      "latin1",
    ),
];

/** Seldom, since the reader then sees the same in another wrapping, or very much of it. */
const RARE: readonly Mutation[] = [
  (bytes) => utf16(bytes, false),
  (bytes) => utf16(bytes, true),
  (bytes) => Buffer.from(bytes.toString("utf8"), "latin1"),
  (bytes) => Buffer.concat([Buffer.from("\uFEFF"), bytes]),
  (bytes) => gzipSync(bytes, { level: 1 }),
  (bytes, { below }) => {
    const packed = gzipSync(bytes, { level: 1 });
    return packed.subarray(0, below(packed.length));
  },
  (bytes, chance) => {
    const [from, to] = sliceOf(bytes, chance, 200);
    const piece = bytes.subarray(from, Math.max(to, from + 1));
    if (piece.length === 0) return bytes;
    const times = Math.floor((LARGEST >> chance.below(8)) / piece.length);
    return putAt(bytes, to, Buffer.concat(Array<Buffer>(times).fill(piece)));
  },
];

/** One of the examples, changed once or many times. */
export const mutatedBytes = (chance: Chance, examples: readonly Buffer[]): Buffer => {
  let bytes = chance.one(examples);
  for (let left = 1 + chance.below(chance.happens(0.2) ? 20 : 4); left > 0; left--)
    bytes = chance.one(MUTATIONS)(bytes, chance, examples);
  if (chance.happens(0.08)) bytes = chance.one(RARE)(bytes, chance, examples);
  return bytes.length > LARGEST * 2 ? bytes.subarray(0, LARGEST * 2) : bytes;
};
