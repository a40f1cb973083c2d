import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./check.ts";

const NOT_OURS = new Set(["node_modules", ".git", "out", "coverage", "reports", ".stryker-tmp"]);

const walk = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (NOT_OURS.has(entry.name)) return [];
    return entry.isDirectory() ? walk(path) : [path];
  });

/** Every file that the repository keeps or is about to; all files where there is no git, as in an unpacked archive. */
export const trackedFiles = (): readonly string[] => {
  try {
    const listed = execFileSync(
      "git",
      ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate"],
      {
        cwd: root,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
        maxBuffer: 64 * 1024 * 1024,
      },
    );
    return listed.split("\0").filter((path) => path !== "");
  } catch {
    return walk("");
  }
};
