import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeTwin } from "@concord/twin";

export interface Extract {
  readonly path: string;
  readonly bytes: Buffer;
  readonly sha256: string;
  /** Rows beneath the line of column names. */
  readonly rows: number;
}

/** The extract of a synthetic practice of its own. */
export const newExtract = async (folder: string, people: number, seed: number): Promise<Extract> => {
  const out = join(folder, `practice-${seed}`);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const { rows } = await writeTwin({ people, seed, out, years: 4, end: "2026-11-20", formats: ["csv"] });
  const path = join(out, "practice.csv");
  const [header, ...lines] = readFileSync(path, "utf8").split("\n");
  // The same reference is another person in each practice: what is said of them would contradict itself.
  const plain = lines.map((line) => line.replace(/^([^,]+),[^,]*,[^,]*,[^,]*,/, "$1,,,,"));
  const bytes = Buffer.from([header, ...plain].join("\n"));
  writeFileSync(path, bytes);
  return { path, bytes, sha256: createHash("sha256").update(bytes).digest("hex"), rows };
};
