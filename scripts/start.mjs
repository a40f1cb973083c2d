// npm start: installs what is missing, builds the pages, starts the service. Plain JavaScript: it runs before anything
// is installed, on whatever Node the machine has.
import { readFileSync } from "node:fs";
import { ensurePages } from "./build-pages.mjs";
import { ensureInstalled, stayWithPinnedNode } from "./install.mjs";

const words = process.argv.slice(2);
if (words.includes("--help") || words.includes("-h")) {
  process.stdout.write(readFileSync(new URL("../packages/server/src/help.txt", import.meta.url), "utf8"));
} else {
  ensureInstalled();
  ensurePages();
  stayWithPinnedNode("packages/server/src/main.ts", words);
}
