// Builds the pages where they are missing or older than what they are made of.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { tryOnPinnedNode } from "./install.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, "out", "pages.sha256");
const page = join(root, "packages", "web", "dist", "index.html");

/** The pages have the core and the shapes of answers in them. */
const MADE_OF = [
  "package-lock.json",
  "packages/core/src",
  "packages/exchange/src/api",
  "packages/web/index.html",
  "packages/web/public",
  "packages/web/src",
  "packages/web/vite.config.ts",
];
const NOT_IN_THEM = /\.(test|prop\.test|types\.test|int\.test|fixture)\.tsx?$/;

const filesOf = (path) => {
  if (!existsSync(path)) return [];
  let entries;
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch (error) {
    if (error.code === "ENOTDIR") return [path];
    throw error;
  }
  return entries
    .flatMap((entry) => (entry.isDirectory() ? filesOf(join(path, entry.name)) : [join(path, entry.name)]))
    .filter((file) => !NOT_IN_THEM.test(file))
    .sort();
};

const digest = () => {
  const hash = createHash("sha256");
  for (const file of MADE_OF.flatMap((path) => filesOf(join(root, path))))
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update("\0");
  return hash.digest("hex");
};

/** Ends the process with the builder's exit code where it fails. */
export const ensurePages = () => {
  const now = digest();
  if (existsSync(page) && existsSync(stamp) && readFileSync(stamp, "utf8") === now) return;
  console.error("Building the pages ...");
  const status = tryOnPinnedNode("node_modules/vite/bin/vite.js", ["build", "packages/web", "--logLevel", "warn"]);
  if (status !== 0) {
    console.error("The pages could not be built.");
    process.exit(status);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
};
