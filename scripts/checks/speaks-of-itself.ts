import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root, type Check, type Problems } from "./check.ts";
import { trackedFiles } from "./tracked-files.ts";

/**
 * What has no place in a repository that others will read: folders of somebody's machine, hosts of somebody's network,
 * and talk of how the text came about. Each pattern is written so that it does not match itself.
 */
const FOREIGN: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: "a folder of one machine", pattern: /(?<![\w.])\/(?:wor[k]|hom[e]\/\w+|User[s]\/\w+|roo[t]\/\.?\w+)\b/ },
  { what: "a package registry's host", pattern: /\b(?:registr[y]|npm|verdacci[o]|artifactor[y]|nexu[s])\.[\w-]+\.\w+/ },
  { what: "a host of a private network", pattern: /https?:\/\/(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d+/ },
  {
    what: "talk of how a text came about",
    pattern: /\b(?:A[I]|LL[M]s?|GP[T]|chat ?bot[s]?|languag[e] models?|co-?pilo[t])\b/i,
  },
  {
    what: "talk of how a text came about",
    pattern: /\b(?:(?:this|coding|previous) sessio[n]|as an assistan[t])\b/i,
  },
];

const BINARY = /\.(?:png|jpe?g|gif|ico|gz|zip|woff2?|pdf|parquet)$/i;

/** The first foreign matter of each line of a text, with its line number. */
export const foreignMatter = (text: string): readonly { readonly line: number; readonly found: string }[] =>
  text.split("\n").flatMap((line, index) => {
    for (const { what, pattern } of FOREIGN) {
      const match = pattern.exec(line);
      if (match !== null) return [{ line: index + 1, found: `"${match[0]}" (${what})` }];
    }
    return [];
  });

const inLockfile = (text: string): Problems =>
  [...text.matchAll(/"resolved": "(https?:\/\/[^/"]+)/g)]
    .map((match) => match[1])
    .filter((host) => host !== ["https://registry", "npmjs.org"].join("."))
    .map((host) => `package-lock.json: resolved from ${host}`);

/** The repository speaks of the product and of nothing else. */
export const speaksOfItself: Check = {
  name: "the repository speaks of the product only",
  run: async (): Promise<Problems> =>
    trackedFiles().flatMap((file) => {
      if (BINARY.test(file) || !existsSync(join(root, file))) return [];
      const text = readFileSync(join(root, file), "utf8");
      if (file === "package-lock.json") return inLockfile(text);
      return foreignMatter(text).map(({ line, found }) => `${file}:${line}: ${found}`);
    }),
};
