import { readAsvs, type Requirement } from "../checks/asvs.ts";
import type { Page } from "./page.ts";

/** The chapters of the standard, in words of our own. */
const CHAPTERS = [
  "Encoding and cleaning",
  "Validation and courses of work",
  "The pages",
  "The interface for programs",
  "Files",
  "Signing in",
  "Sessions",
  "Rights",
  "Tokens that speak for themselves",
  "OAuth and OpenID Connect",
  "Cryptography",
  "Lines",
  "Configuration",
  "Protection of data",
  "Code and architecture",
  "Logs and faults",
] as const;

const cell = (text: string): string => text.replaceAll("|", "\\|");

const shownBy = ({ tests = [], document, why = "" }: Requirement): string =>
  tests.length > 0
    ? tests.map((name) => `\`${cell(name)}\``).join("<br>")
    : document === undefined
      ? cell(why)
      : `[${document}](../../${document})`;

const row = (it: Requirement): string =>
  `| ${it.id} | ${it.level} | ${cell(it.says)} | ${it.status} | ${shownBy(it)} |`;

const chapter = (name: string, at: number, all: readonly Requirement[]): string => {
  const own = all.filter(({ id }) => id.startsWith(`${at + 1}.`));
  const head = "| | Level | Requirement | | Shown by, or why not |\n|---|---|---|---|---|";
  return `## V${at + 1}. ${name}\n\n${head}\n${own.map(row).join("\n")}`;
};

const count = (all: readonly Requirement[], status: string): number => all.filter((it) => it.status === status).length;

/** The self-check against the security standard as a document, one table a chapter. */
export const asvsPage = (): Page => {
  const all = readAsvs();
  return {
    path: "docs/safety/asvs.md",
    text: `${[
      "# Self-check against OWASP ASVS 5.0.0, levels 1 and 2",
      "Rendered from `docs/safety/asvs.yaml` by `npm run docs`; change it there. `npm test` fails where a named test does not exist or did not pass.",
      "**No copy of the standard was at hand.** Numbers and levels are from memory, requirements in words of our own, and some may be missing: compare them with the published edition before anyone relies on this. It is a check by the authors, not an audit.",
      `${all.length} requirements: ${count(all, "met")} met, ${count(all, "not applicable")} not applicable, ${count(all, "not met")} not met. "Not met" is also said where it may hold and nothing shows it.`,
      ...CHAPTERS.map((name, at) => chapter(name, at, all)),
      "## V17. WebRTC\n\nNot applicable: there is none.",
    ].join("\n\n")}\n`,
  };
};
