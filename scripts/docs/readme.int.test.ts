import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../checks/check.ts";

const readme = readFileSync(join(root, "README.md"), "utf8");

/** Each console block of the README: the call, and the lines that it is said to print, in order. */
const examples = [...readme.matchAll(/```console\n\$ npx concord ([^\n]+)\n([\s\S]*?)```/g)].map(
  ([, call = "", printed = ""]) => ({ call, lines: printed.trimEnd().split("\n") }),
);

test("the README has a worked example", () => {
  expect(examples.length).toBeGreaterThanOrEqual(2);
});

test.each(examples)("npx concord $call prints what the README says", ({ call, lines }) => {
  const args = [join(root, "packages/cli/src/main.ts"), ...call.split(" ")];
  const printed = execFileSync(process.execPath, args, {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const found = printed.split("\n").filter((line) => lines.includes(line));
  expect(found).toEqual(lines);
});

test("every file that the documents link to is there", () => {
  const linked = [...readme.matchAll(/\]\(([^)#]+)\)/g)]
    .map(([, path = ""]) => path)
    .filter((path) => !path.includes("://"));
  expect(linked.length).toBeGreaterThan(5);
  for (const path of linked) expect(() => readFileSync(join(root, path))).not.toThrow(/ENOENT/);
});
