import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { parseSync } from "oxc-parser";
import { root, type Check, type Problems } from "./check.ts";
import { cyclesIn } from "./import-cycles.ts";
import { problemOfImport, type Import } from "./import-direction.ts";
import { trackedFiles } from "./tracked-files.ts";

/** The specifiers of every import of a source text, imports of types, re-exports and dynamic ones included. */
export const specifiersIn = (file: string, source: string): readonly string[] => {
  const { module } = parseSync(file, source);
  const dynamic = module.dynamicImports.flatMap(({ moduleRequest }) => {
    const written = /^["'](.*)["']$/.exec(source.slice(moduleRequest.start, moduleRequest.end));
    return written?.[1] === undefined ? [] : [written[1]];
  });
  const exported = module.staticExports.flatMap(({ entries }) => entries.flatMap((e) => e.moduleRequest?.value ?? []));
  const imported = module.staticImports.map(({ moduleRequest }) => moduleRequest.value);
  return [...new Set([...imported, ...exported, ...dynamic])];
};

const importsOf = (from: string): readonly Import[] =>
  specifiersIn(from, readFileSync(join(root, from), "utf8")).map((specifier) => ({
    from,
    specifier,
    to: specifier.startsWith(".") ? posix.join(posix.dirname(from), specifier) : null,
  }));

/** core <- exchange <- applications, each package entered through its door, and no cycle anywhere. */
export const imports: Check = {
  name: "imports point one way, without cycles",
  run: async (): Promise<Problems> => {
    const sources = trackedFiles().filter((file) => /\.(tsx?|mjs)$/.test(file) && existsSync(join(root, file)));
    const all = sources.flatMap(importsOf);
    const lost = all.filter(({ to }) => to !== null && !existsSync(join(root, to)));
    const graph = new Map(
      sources.map((file) => [file, all.filter(({ from }) => from === file).flatMap(({ to }) => to ?? [])]),
    );
    return [
      ...all.flatMap((one) => problemOfImport(one) ?? []),
      ...lost.map(({ from, specifier }) => `${from} imports "${specifier}", which is not there`),
      ...cyclesIn(graph).map((files) => `import cycle: ${files.join(" <-> ")}`),
    ];
  },
};
