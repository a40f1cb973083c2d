import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeTwin, type TwinOptions, type TwinWritten } from "./write-twin.ts";

export interface Practice {
  readonly written: TwinWritten;
  readonly read: (name: string) => string;
}

/** Writes a practice into a folder of its own, hands it over, and takes it away again. */
export const withPractice = async <T>(
  options: Omit<TwinOptions, "out">,
  use: (practice: Practice) => T | Promise<T>,
): Promise<T> => {
  const out = mkdtempSync(join(tmpdir(), "synthetic-practice-"));
  try {
    const written = await writeTwin({ ...options, out });
    return await use({ written, read: (name) => readFileSync(join(out, name), "utf8") });
  } finally {
    rmSync(out, { recursive: true });
  }
};

/** A CSV line as fields; the twin never breaks a line within one. */
export const fieldsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    (match) => match[1]?.replaceAll('""', '"') ?? match[2] ?? "",
  );
