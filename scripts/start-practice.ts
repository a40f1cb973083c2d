// Makes the synthetic practice where it is missing, builds its register and writes it as a page.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";

const END = "2026-11-20";

const root = dirname(import.meta.dirname);

interface Call {
  people: string;
  seed: string;
  again: boolean;
}

const fail = (says: string): never => {
  console.error(says);
  process.exit(2);
};

const readCall = (words: readonly string[]): Call => {
  const call: Call = { people: "10000", seed: "1", again: false };
  for (let i = 0; i < words.length; i++) {
    const [name, joined] = words[i]!.split("=", 2);
    if (name === "--again") call.again = true;
    else if (name === "--people" || name === "--seed") {
      const value = joined ?? words[++i] ?? "";
      if (!/^\d{1,9}$/.test(value)) fail(`npm start: ${name} needs a whole number.\nSee "npm start -- --help".`);
      call[name === "--people" ? "people" : "seed"] = value;
    } else fail(`npm start: there is no option ${words[i]}.\nSee "npm start -- --help".`);
  }
  return call;
};

/** One command of Concord; ends the process with its exit code where it fails. */
const concord = (...words: readonly string[]): void => {
  const main = join(root, "packages", "cli", "src", "main.ts");
  const done = spawnSync(process.execPath, [main, ...words], { cwd: root, stdio: "inherit" });
  if (done.error) console.error(done.error.message);
  if (done.status !== 0) process.exit(done.status ?? 1);
};

const here = (path: string): string => relative(process.cwd(), path) || path;

const { people, seed, again } = readCall(process.argv.slice(2));

const out = join(root, "out");
const usual = people === "10000" && seed === "1";
const practice = join(out, usual ? "practice" : `practice-${people}-${seed}`);
const page = join(out, usual ? "register.html" : `register-${people}-${seed}.html`);
const part = `${practice}.part`;
mkdirSync(out, { recursive: true });

// A run that was stopped leaves nothing that looks whole: the practice is made beside and renamed at the end.
for (const name of readdirSync(out)) if (name.includes(".html.part-")) rmSync(join(out, name), { force: true });
rmSync(part, { recursive: true, force: true });
if (again) rmSync(practice, { recursive: true, force: true });
if (existsSync(join(practice, "practice.csv"))) {
  console.error(`The synthetic practice is there already: ${here(practice)}`);
} else {
  console.error(
    `Making a synthetic practice of ${Number(people).toLocaleString("en-GB")} people; nobody in it is real ...`,
  );
  concord("twin", "--people", people, "--seed", seed, "--end", END, "--out", relative(root, part));
  rmSync(practice, { recursive: true, force: true });
  renameSync(part, practice);
}

console.error("Building its register ...");
concord(
  "register",
  relative(root, join(practice, "practice.csv")),
  "--on",
  END,
  "--html",
  relative(root, page),
  "--top",
  "10",
);

console.log(`\nThe register, with each person's dose over time as a chart, is one page to open in a browser:`);
console.log(here(page) === page ? page : `${here(page)}   ${pathToFileURL(page).href}`);
