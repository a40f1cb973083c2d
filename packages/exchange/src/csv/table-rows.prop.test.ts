import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eachRow, type RowTaker } from "./table-rows.ts";

const cell = fc.string({ unit: fc.constantFrom("a", "B", "é", "€", ",", '"', "\n", "\r\n", " ", "1"), maxLength: 8 });
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }));

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const written = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(quoted).join(",")).join("\n");

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield Buffer.from(bytes.subarray(at, at + size));
}

const readBack = async (text: string, size: number) => {
  const rows: string[][] = [];
  const lines: number[] = [];
  const broken: string[] = [];
  const taker: RowTaker = {
    row: (row) => {
      rows.push(Array.from({ length: row.scanner.cells }, (_, column) => row.value(column)));
      lines.push(row.line);
    },
    broken: (code) => broken.push(code),
  };
  await eachRow(inChunks(Buffer.from(text, "utf8"), size), { delimiter: 0x2c, headerLine: 0 }, taker);
  return { rows, lines, broken };
};

describe("rows of a table", () => {
  it("come back as they were written, wherever the bytes are cut", async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 40 }), async (rows, size) => {
        const text = written(rows);
        const { rows: found, broken } = await readBack(text, size);
        const expected = rows.map((row) => row.map((each) => each.trim()));
        // A last row of one empty cell leaves no bytes behind.
        if (written(rows.slice(-1)) === "") expected.pop();
        expect(broken).toEqual([]);
        expect(found).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it("are the same however the bytes are cut, even where quotes are broken", async () => {
    const any = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r", " "), maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(any, fc.integer({ min: 1, max: 10 }), async (text, size) => {
        expect(await readBack(text, size)).toEqual(await readBack(text, 1000));
      }),
      { numRuns: 500 },
    );
  });

  it("start on the line that an editor shows", async () => {
    const { lines } = await readBack('a,b\n"1\n2",c\nd,e\n', 3);
    expect(lines).toEqual([1, 2, 4]);
  });
});
