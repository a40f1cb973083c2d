import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { specPages } from "../docs/spec-pages.ts";
import { root, type Check } from "./check.ts";
import { trackedFiles } from "./tracked-files.ts";

/** docs/spec says what the executable tables say, and docs/safety/hazard-log.md what the hazard log says, page for page. */
export const renderedDocs: Check = {
  name: "docs/spec is rendered from the specification as it is",
  run: async () => {
    const pages = await specPages();
    const stale = pages.filter(({ path, text }) => {
      const file = join(root, path);
      return !existsSync(file) || readFileSync(file, "utf8") !== text;
    });
    const known = new Set(pages.map(({ path }) => path));
    const left = trackedFiles().filter((path) => /^docs\/spec\/.*\.md$/.test(path) && !known.has(path));
    return [
      ...stale.map(({ path }) => `${path} is out of date: npm run docs`),
      ...left.map((path) => `${path} is rendered from nothing any more: remove it`),
    ];
  },
};
