import { createHash } from "node:crypto";
import { closeSync, existsSync, openSync, readdirSync, readSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { inPractice } from "../store/in-practice.ts";
import { filesWithRemoved } from "../store/queries/tombstones.ts";
import type { Database } from "../store/schema.ts";
import { keptPath } from "./keep-file.ts";
import { takenIn } from "./inbox-folder.ts";

const CHUNK = 1 << 20;

const digestOf = (path: string): string => {
  const hash = createHash("sha256");
  const chunk = Buffer.alloc(CHUNK);
  const file = openSync(path, "r");
  try {
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) hash.update(chunk.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return hash.digest("hex");
};

/** Removes files with these digests, kept ones and those that were taken out of the watched folder. */
export const forgetFiles = (dataFolder: string, digests: readonly string[]): void => {
  for (const sha256 of digests) rmSync(keptPath(dataFolder, sha256), { force: true });
  const taken = takenIn(dataFolder);
  if (digests.length === 0 || !existsSync(taken)) return;
  for (const path of readdirSync(taken).map((name) => join(taken, name)))
    if (statSync(path).isFile() && digests.includes(digestOf(path))) rmSync(path, { force: true });
};

/** A file that came whole and found no room in the store: it takes none either, unless an import has the very same bytes. */
export const forgetRefused = async (
  { db, practiceId, dataFolder }: { readonly db: Database; readonly practiceId: string; readonly dataFolder: string },
  sha256: string,
): Promise<void> => {
  const known = await inPractice(db, practiceId, (trx) =>
    trx.selectFrom("import").select("id").where("sha256", "=", sha256).limit(1).executeTakeFirst(),
  );
  if (known === undefined) rmSync(keptPath(dataFolder, sha256), { force: true });
};

/** The file of an import that brought somebody back who was removed: their rows are out of the records, and so is it. */
export const forgetFileWithRemoved = async (
  { db, practiceId, dataFolder }: { readonly db: Database; readonly practiceId: string; readonly dataFolder: string },
  importId: number,
): Promise<void> => forgetFiles(dataFolder, await inPractice(db, practiceId, (trx) => filesWithRemoved(trx, importId)));
