import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { checkBackup, UnusableBackup } from "@concord/exchange";
import { mutatedBytes } from "../mutate-bytes.ts";
import type { FuzzedReader } from "../reader.ts";
import { inFile } from "./files.ts";

const sum = (...lines: readonly string[]): string =>
  createHash("sha256")
    .update(`${lines.join("\n")}\n`)
    .digest("hex");
const FILE = Buffer.from("person,birth_year\nP1,1962\n");
const TABLE = '{"table":"practice","practice":null}';
const ROWS = ['["p1","Ann"]', '["p2","Zoë \\n"]', "[null,7]"];

const LINES = [
  '{"format":"concord-backup","version":1,"schema":1,"writtenBy":"0","at":"2026-11-20T00:00:00Z","tables":[{"name":"practice","columns":[]}]}',
  TABLE,
  ...ROWS,
  `{"sum":"practice","rows":3,"sha256":"${sum(TABLE, ...ROWS)}"}`,
  `{"file":"${createHash("sha256").update(FILE).digest("hex")}","bytes":${FILE.length}}`,
  `"${FILE.toString("base64")}"`,
  '{"end":"concord-backup","rows":3,"files":1,"numbers":{"person.id":7}}',
];
const TEXT = Buffer.from(`${LINES.join("\n")}\n`);
const PACKED = gzipSync(TEXT);

const unpacked = (input: Buffer): string => gunzipSync(input).toString("utf8");

export const backups: FuzzedReader = {
  name: "backup",
  share: 2,
  spoil: (chance) =>
    chance.happens(0.5) ? gzipSync(mutatedBytes(chance, [TEXT]), { level: 1 }) : mutatedBytes(chance, [PACKED]),
  problem: async (input) => {
    try {
      const { rows, end } = await checkBackup(inFile(input));
      const kept = ROWS.every((row) => unpacked(input).includes(`\n${row}\n`));
      return kept && rows.get("practice") === end.rows ? null : "a backup that is not whole was taken for one";
    } catch (error) {
      return error instanceof UnusableBackup ? null : `threw ${String((error as Error).stack)}`;
    }
  },
};
