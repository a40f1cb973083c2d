import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root, type Check, type Problems } from "./check.ts";

interface Locked {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

type Packages = Readonly<Record<string, Locked>>;

/** The folders in which a package at `path` looks for another: its own, then those above it. */
const placesFor = (path: string, name: string): readonly string[] => {
  const above = path.split("/node_modules/").map((_, index, parts) => parts.slice(0, index + 1).join("/node_modules/"));
  return [...above.map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`];
};

/**
 * What package-lock.json leaves out, packages of other platforms included. npm installs nothing at all from a lockfile
 * with a gap, and writes one itself where the registry that it was run on lacked a package.
 */
export const gapsIn = (packages: Packages): Problems =>
  Object.entries(packages).flatMap(([path, { dependencies, devDependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })
      .filter((name) => !placesFor(path, name).some((place) => place in packages))
      .map((name) => `package-lock.json: ${path || "the root"} needs ${name}, which is not in it`),
  );

/** What package.json asks for and what the lockfile says that it asks for, where they differ. */
const differences = (wanted: Locked, locked: Locked): Problems =>
  (["dependencies", "devDependencies", "optionalDependencies"] as const)
    .filter((kind) => JSON.stringify(wanted[kind] ?? {}) !== JSON.stringify(locked[kind] ?? {}))
    .map((kind) => `package-lock.json and package.json differ in ${kind}: npm install`);

/** A fresh machine can install from the lockfile, whatever its platform. */
export const lockfile: Check = {
  name: "the lockfile is whole",
  run: async (): Promise<Problems> => {
    const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), "utf8"));
    const { packages } = read("package-lock.json") as { packages: Packages };
    return [...differences(read("package.json") as Locked, packages[""] ?? {}), ...gapsIn(packages)];
  },
};
