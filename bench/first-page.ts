import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { root } from "./measure.ts";

const DIST = join(root, "packages/web/dist");

export interface FirstPage {
  readonly scriptBytes: number;
  readonly styleBytes: number;
  readonly scripts: number;
}

const gzipped = (path: string): number => gzipSync(readFileSync(join(DIST, path)), { level: 9 }).length;

/** Scripts that one script loads at once, without being asked by a person: its static imports. */
const importsOf = (script: string): readonly string[] => {
  const text = readFileSync(join(DIST, script), "utf8");
  const found = text.matchAll(/(?:from|import)\s*"\.\/([\w.-]+\.js)"/g);
  return [...found].map(([, name]) => `assets/${name}`);
};

/** What a browser loads before the first page is usable; null where the pages are not built. */
export const firstPage = (): FirstPage | null => {
  const index = join(DIST, "index.html");
  if (!existsSync(index)) return null;
  const html = readFileSync(index, "utf8");
  const named = (pattern: RegExp): string[] => [...html.matchAll(pattern)].map(([, path]) => path!.replace(/^\//, ""));
  const scripts = new Set(named(/(?:src|href)="([^"]+\.js)"/g));
  for (const script of scripts) for (const one of importsOf(script)) scripts.add(one);
  const styles = named(/href="([^"]+\.css)"/g);
  return {
    scriptBytes: [...scripts].reduce((sum, path) => sum + gzipped(path), 0),
    styleBytes: styles.reduce((sum, path) => sum + gzipped(path), 0),
    scripts: scripts.size,
  };
};
