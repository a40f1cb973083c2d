import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { FailedFile } from "../account/types.ts";
import { wholeFile, type Stretch } from "./open-bytes.ts";

export interface FoundFile {
  readonly path: string;
  readonly bytes: number;
  /** Named by the person who asked, not met in a folder: not knowing its format is then a failure. */
  readonly named: boolean;
  /** The folder that was named and that it was met in; its own path where it was named itself. */
  readonly within: string;
  /** Where its bytes are: the whole of it, or a stretch of an archive. */
  readonly stretch: Stretch;
}

/** By UTF-16 units: the same order on every machine, whatever its language. */
const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Every file of these paths, folders walked in order of names; hidden files are passed over. */
export const findFiles = (paths: readonly string[]): { files: FoundFile[]; failed: FailedFile[] } => {
  const files: FoundFile[] = [];
  const failed: FailedFile[] = [];
  const seen = new Set<string>();
  const fail = (file: string, error: unknown) => {
    const code = (error as NodeJS.ErrnoException).code ?? "unknown";
    failed.push(
      code === "ENOENT"
        ? { file, code: "not-found", at: null, found: "no such file or folder", todo: "Check the path." }
        : { file, code: "not-readable", at: null, found: code, todo: "Check that you may read it." },
    );
  };
  const walk = (path: string, within: string): void => {
    try {
      const stat = statSync(path);
      if (stat.isDirectory()) {
        const names = readdirSync(path).filter((name) => !name.startsWith("."));
        for (const name of names.sort(byName)) walk(join(path, name), within);
      } else {
        const key = `${stat.dev}:${stat.ino}`;
        if (stat.ino !== 0 && seen.has(key)) return;
        seen.add(key);
        files.push({ path, bytes: stat.size, named: path === within, within, stretch: wholeFile(path) });
      }
    } catch (error) {
      fail(path, error);
    }
  };
  for (const path of paths) walk(path, path);
  return { files, failed };
};
