// npm start: installs what is missing, makes the synthetic practice, builds its register and writes it as a page.
import { ensureInstalled, runOnPinnedNode } from "./install.mjs";

const HELP = `Makes a synthetic practice and shows its register of people taking opioids. Nobody in it is real.

Usage: npm start [-- OPTION...]

  --people N   how many people are registered; 10000 if not given
  --seed N     which practice; 1 if not given
  --again      make the practice anew, also where it is there already
  -h, --help   show this page

Everything is written into the folder out/. Nothing is sent anywhere.

Examples:
  npm start
  npm start -- --people 2000 --seed 7

For records of your own: npx concord register PATH... --html FILE
`;

const words = process.argv.slice(2);
if (words.includes("--help") || words.includes("-h")) {
  process.stdout.write(HELP);
} else {
  ensureInstalled();
  runOnPinnedNode("scripts/start-practice.ts", words);
}
