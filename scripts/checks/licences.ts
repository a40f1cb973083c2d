import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root, type Check, type Problems } from "./check.ts";

/** Licences that Apache-2.0 work may be passed on with. */
const ANYWHERE = new Set([
  "MIT",
  "ISC",
  "0BSD",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "Unlicense",
  "Zlib",
]);
/** Besides these, for tools that are never passed on: weak copyleft, and data with attribution. */
const FOR_TOOLS = new Set(["MPL-2.0", "CC-BY-4.0", "Python-2.0"]);

/** Whether an SPDX expression (names joined by OR and AND) may be used. */
export const isAllowed = (expression: string, isTool: boolean): boolean => {
  const allowed = (name: string): boolean => ANYWHERE.has(name) || (isTool && FOR_TOOLS.has(name));
  const alternatives = expression.replaceAll(/[()]/g, " ").split(/\s+OR\s+/);
  return alternatives.some((all) => all.split(/\s+AND\s+/).every((name) => allowed(name.trim())));
};

interface Locked {
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly license?: string;
}

/** What the package says of itself where it is installed; the lockfile's word for another platform's package. */
const licenceOf = (path: string, locked: Locked): string => {
  const file = join(root, path, "package.json");
  if (!existsSync(file)) return locked.license ?? "none stated";
  const { license } = JSON.parse(readFileSync(file, "utf8")) as { license?: unknown };
  return typeof license === "string" ? license : (locked.license ?? "none stated");
};

/** Every package of the lockfile has a licence from the list. */
export const licences: Check = {
  name: "licences of all dependencies are on the list",
  run: async (): Promise<Problems> => {
    const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
      packages: Record<string, Locked>;
    };
    return Object.entries(lock.packages).flatMap(([path, locked]) => {
      if (!path.includes("node_modules/") || locked.link) return [];
      const licence = licenceOf(path, locked);
      const isTool = locked.dev === true || locked.devOptional === true;
      return isAllowed(licence, isTool) ? [] : [`${path}: ${licence}${isTool ? "" : " (passed on with the product)"}`];
    });
  },
};
