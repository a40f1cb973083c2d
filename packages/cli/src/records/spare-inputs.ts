import { closeSync, openSync, readdirSync, readSync, statSync, type Dirent, type Stats } from "node:fs";
import { join } from "node:path";
import { WrongCall } from "../calling/command.ts";

/** Null where there is nothing that could be read. */
const statsOf = (path: string): Stats | null => {
  try {
    return statSync(path);
  } catch {
    return null;
  }
};

const entriesOf = (folder: string): Dirent[] => {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch {
    return [];
  }
};

const PAGE = "<!doctype html>";

/** A page of before, which may be written anew: no records start so. */
const isPage = (path: string): boolean => {
  const start = Buffer.alloc(PAGE.length);
  const file = openSync(path, "r");
  try {
    return readSync(file, start) === PAGE.length && start.toString("latin1") === PAGE;
  } finally {
    closeSync(file);
  }
};

const isSame = (a: Stats, b: Stats): boolean => a.dev === b.dev && a.ino === b.ino;

/** Every file that is given or lies in a folder that is given. */
function* filesUnder(paths: readonly string[]): Generator<readonly [path: string, stats: Stats]> {
  for (const path of paths) {
    const stats = statsOf(path);
    if (stats === null) continue;
    yield [path, stats];
    if (!stats.isDirectory()) continue;
    for (const entry of entriesOf(path)) {
      const within = join(entry.parentPath, entry.name);
      const found = entry.isDirectory() ? null : statsOf(within);
      if (found !== null) yield [within, found];
    }
  }
}

/** Throws where what is to be written is one of the records to be read, under whatever name: nothing may replace them. */
export const spareInputs = (output: string, inputs: readonly string[]): void => {
  const there = statsOf(output);
  if (there === null || !there.isFile()) return;
  for (const [path, stats] of filesUnder(inputs)) {
    if (!isSame(there, stats) || (!inputs.includes(path) && isPage(path))) continue;
    const other = path === output ? "" : ` (as ${path})`;
    throw new WrongCall(`${output} is one of the files to read${other}: it would be replaced.`, "Name another file.");
  }
};
