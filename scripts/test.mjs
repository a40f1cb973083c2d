// npm test: installs what is missing, then runs every check and every test and counts them.
import { ensureInstalled, runOnPinnedNode } from "./install.mjs";

ensureInstalled();
runOnPinnedNode("scripts/checks/all.ts");
