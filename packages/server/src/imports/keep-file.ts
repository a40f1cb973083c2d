import { createHash, randomUUID } from "node:crypto";
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  fsyncSync,
  readdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";

export interface KeptFile {
  readonly sha256: string;
  readonly bytes: number;
}

const folderIn = (dataFolder: string): string => join(dataFolder, "uploads");

/** Where the bytes with this digest are. */
export const keptPath = (dataFolder: string, sha256: string): string => join(folderIn(dataFolder), sha256);

const flush = (path: string): void => {
  const file = openSync(path, "r");
  fsyncSync(file);
  closeSync(file);
};

/** Halves of files that a killed service was taking in. */
export const clearHalves = (dataFolder: string): void => {
  const folder = folderIn(dataFolder);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) if (name.startsWith("part-")) rmSync(join(folder, name), { force: true });
};

/** Keeps the bytes under their own digest: written beside, on disk before they get their name. */
export const keepFile = async (dataFolder: string, bytes: Readable): Promise<KeptFile> => {
  const folder = folderIn(dataFolder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const part = join(folder, `part-${randomUUID()}`);
  const hash = createHash("sha256");
  let length = 0;
  const digesting = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      length += chunk.length;
      done(null, chunk);
    },
  });
  try {
    await pipeline(bytes, digesting, createWriteStream(part, { mode: 0o600, flush: true }));
    const sha256 = hash.digest("hex");
    renameSync(part, keptPath(dataFolder, sha256));
    flush(folder);
    return { sha256, bytes: length };
  } finally {
    rmSync(part, { force: true });
  }
};
