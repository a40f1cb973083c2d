import { expect, test } from "vitest";
import { gapsIn } from "./lockfile.ts";

test("a package may lie beside the one that needs it, inside it, or at the root", () => {
  const packages = {
    "": { dependencies: { a: "1", "@x/b": "1" } },
    "node_modules/a": { dependencies: { c: "1", d: "1" } },
    "node_modules/a/node_modules/c": { dependencies: { d: "1" } },
    "node_modules/@x/b": { optionalDependencies: { a: "1" } },
    "node_modules/d": {},
    "packages/core": { dependencies: { d: "1" } },
  };
  expect(gapsIn(packages)).toEqual([]);
});

test("a package of another platform that is not listed is a gap", () => {
  const packages = {
    "": { devDependencies: { a: "1" } },
    "node_modules/a": { optionalDependencies: { "a-darwin": "1", "a-linux": "1" } },
    "node_modules/a-linux": {},
  };
  expect(gapsIn(packages)).toEqual(["package-lock.json: node_modules/a needs a-darwin, which is not in it"]);
});
