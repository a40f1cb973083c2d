import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import process from "node:process";

const IMPORT = /^import\s+\{([^}]*)\}\s+from\s+"([^"]+)";$/gm;
const EXPORT = /^export (const|let|function|class) (\w+)/gm;

/** Node warns that this function of its own is new; a page is no place to read that. */
const withoutWarning = <T>(work: () => T): T => {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return work();
  } finally {
    process.emitWarning = emitWarning;
  }
};

/**
 * The script of the page: the modules that `entry` stands on, types taken away, each in a scope of its own, in the
 * order in which they need each other. It is the same source that the command itself imports.
 */
export const clientScript = (entry: URL): string => {
  const order: string[] = [];
  const places = new Map<string, string>();

  const add = (file: URL): string => {
    const known = places.get(file.href);
    if (known !== undefined) return known;
    const place = `m${places.size}`;
    places.set(file.href, place);
    const source = stripTypeScriptTypes(readFileSync(file, "utf8"));
    const names: string[] = [];
    const body = source
      .replace(IMPORT, (_, list: string, from: string) => {
        const wanted = list
          .replace(/\s+as\s+/g, ": ")
          .trim()
          .replace(/\s*\n\s*/g, " ");
        return wanted.replaceAll(/[\s,]/g, "") === "" ? "" : `const { ${wanted} } = ${add(new URL(from, file))};`;
      })
      .replace(EXPORT, (_, kind: string, name: string) => {
        names.push(name);
        return `${kind} ${name}`;
      })
      .replace(/^ *\/\*\*[\s\S]*?\*\/\n/gm, "")
      .replace(/[ \t]+$/gm, "")
      .replace(/\n{2,}/g, "\n");
    order.push(`const ${place} = (() => {${body}\nreturn { ${names.join(", ")} };\n})();`);
    return place;
  };

  withoutWarning(() => add(entry));
  return `"use strict";\n(() => {\n${order.join("\n")}\n})();`;
};
