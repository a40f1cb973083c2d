// npm run docs: writes docs/spec from the executable specification tables of the core, and the hazard log as a document.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./checks/check.ts";
import { specPages } from "./docs/spec-pages.ts";

for (const { path, text } of await specPages()) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  console.log(path);
}
