import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { checkBackup, readBackup } from "./read-backup.ts";
import { UnusableBackup, type BackupPart } from "./types.ts";

const folder = mkdtempSync(join(tmpdir(), "concord-backup-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sha256 = (text: string | Buffer): string => createHash("sha256").update(text).digest("hex");
const file = Buffer.from("person,birth_year\nP1,1962\n");

const PEOPLE = ['["p1","Ann"]', '["p1","Zoë \\n \\u0001"]', '["p2",null]'];
const OF_PRACTICES = '{"table":"practice","practice":null}';
const [OF_P1, OF_P2] = ["p1", "p2"].map((id) => `{"table":"person","practice":"${id}"}`) as [string, string];
const digest = (...lines: readonly string[]): string => sha256(`${lines.join("\n")}\n`);
const LINES = [
  '{"format":"concord-backup","version":1,"schema":1,"writtenBy":"0","at":"2026-11-20T00:00:00Z","tables":[{"name":"practice","columns":[]},{"name":"person","columns":[]}]}',
  OF_PRACTICES,
  '["p1"]',
  `{"sum":"practice","rows":1,"sha256":"${digest(OF_PRACTICES, '["p1"]')}"}`,
  OF_P1,
  ...PEOPLE.slice(0, 2),
  OF_P2,
  PEOPLE[2]!,
  `{"sum":"person","rows":3,"sha256":"${digest(OF_P1, ...PEOPLE.slice(0, 2), OF_P2, PEOPLE[2]!)}"}`,
  `{"file":"${sha256(file)}","bytes":${file.length}}`,
  `"${file.toString("base64")}"`,
  '{"end":"concord-backup","rows":4,"files":1,"numbers":{"person.id":7}}',
];

const write = (lines: readonly string[], change: (packed: Buffer) => Buffer = (packed) => packed): string => {
  const path = join(folder, "backup");
  writeFileSync(path, change(gzipSync(`${lines.join("\n")}\n`)));
  return path;
};
const fault = async (path: string): Promise<UnusableBackup> => {
  const error = await checkBackup(path).catch((thrown: unknown) => thrown);
  if (!(error instanceof UnusableBackup)) throw new Error(`not refused: ${String(error)}`);
  return error;
};
const without = (at: number): readonly string[] => LINES.filter((_, i) => i !== at);
const changed = (at: number, from: string, to: string): readonly string[] =>
  LINES.map((line, i) => (i === at ? line.replace(from, to) : line));

describe("a backup", () => {
  it("is read as it was written: rows by table and practice, files, numbers", async () => {
    const parts: BackupPart[] = [];
    for await (const part of readBackup(write(LINES))) parts.push(part);
    expect(parts.map(({ kind }) => kind)).toEqual("header rows table rows rows table file bytes end".split(" "));
    expect(parts[4]).toEqual({ kind: "rows", table: "person", practice: "p2", lines: [PEOPLE[2]] });
    expect(parts[7]).toEqual({ kind: "bytes", bytes: file });
    const { rows, end } = await checkBackup(write(LINES));
    expect([...rows]).toEqual([
      ["practice", 1],
      ["person", 3],
    ]);
    expect(end.numbers).toEqual({ "person.id": 7 });
  });

  it.each(LINES.map((_, at) => at))("is refused without its line %i", async (at) => {
    expect(["damaged", "cut-short", "not-a-backup"]).toContain((await fault(write(without(at)))).fault);
  });

  it.each(LINES.map((_, at) => at))("is refused where it ends before line %i", async (at) => {
    const found = await fault(write(LINES.slice(0, at)));
    expect(found.fault).toBe(at === 0 ? "not-a-backup" : "cut-short");
  });

  it("is refused wherever its packed bytes are cut", async () => {
    const packed = gzipSync(`${LINES.join("\n")}\n`);
    for (let length = 0; length < packed.length; length += 7)
      expect((await fault(write(LINES, (whole) => whole.subarray(0, length)))).fault).toBe("cut-short");
  });

  it("is refused wherever a packed bit of its content is turned", async () => {
    const packed = gzipSync(`${LINES.join("\n")}\n`);
    // Bytes 3 to 9 are the time, the system and marks of gzip itself.
    for (let at = 10; at < packed.length; at++) {
      const path = write(LINES, (whole) => whole.with(at, whole[at]! ^ 4) as Buffer);
      expect(["damaged", "cut-short", "not-a-backup"]).toContain((await fault(path)).fault);
    }
  });

  it("says where it is damaged and what is wrong there", async () => {
    expect((await fault(write(changed(5, "Ann", "Ann2")))).message).toBe(
      "Line 10 of the backup is damaged: rows of the table person above it are not as they were written (their SHA-256 differs).",
    );
    expect((await fault(write(without(8)))).message).toContain("the table person has 2 rows, and 3 were written");
    expect((await fault(write(LINES.slice(0, 8)))).message).toBe(
      "The backup ends after line 8, before the end of the table person.",
    );
    expect((await fault(write(changed(11, "c", "d")))).message).toContain("the file");
    expect((await fault(write([...LINES, "{}"]))).message).toContain("something stands after the end");
  });

  it("is refused where a newer version wrote it, or something else altogether did", async () => {
    expect((await fault(write(changed(0, '"version":1', '"version":2')))).fault).toBe("newer-format");
    expect((await fault(write(['{"a":1}']))).fault).toBe("not-a-backup");
    expect((await fault(write(LINES, () => Buffer.from("person,issue_date\n")))).fault).toBe("not-a-backup");
  });
});
