import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { root } from "../checks/check.ts";
import type { Page } from "./page.ts";

interface Hazard {
  readonly id: number;
  readonly hazard: string;
  readonly cause: string;
  readonly effect: string;
  readonly control: string;
  readonly tests: readonly string[];
  readonly owner: string;
  readonly residual: string;
  readonly status: string;
}

interface Log {
  readonly reviewed_by: string;
  readonly clinical_safety_officer: string;
  readonly hazards: readonly Hazard[];
}

const tests = (names: readonly string[]): string =>
  names.length === 0 ? "none" : `\n${names.map((name) => `  - \`${name}\``).join("\n")}`;

const section = (it: Hazard): string =>
  [
    `## ${it.id}. ${it.hazard}`,
    [
      `- **Status:** ${it.status}`,
      `- **Cause:** ${it.cause}`,
      `- **Effect:** ${it.effect}`,
      `- **Control:** ${it.control}`,
      `- **Left over:** ${it.residual}`,
      `- **Owner:** ${it.owner}`,
      `- **Tests that show the control:** ${tests(it.tests)}`,
    ].join("\n"),
  ].join("\n\n");

const count = (hazards: readonly Hazard[], status: string): number =>
  hazards.filter((it) => it.status === status).length;

/** The hazard log as a document, one section a hazard. */
export const hazardLogPage = (): Page => {
  const log = parse(readFileSync(join(root, "docs/safety/hazards.yaml"), "utf8")) as Log;
  const { hazards } = log;
  const officer = log.clinical_safety_officer === "" ? "________________________" : log.clinical_safety_officer;
  return {
    path: "docs/safety/hazard-log.md",
    text: `${[
      "# Hazard log",
      "Rendered from `docs/safety/hazards.yaml` by `npm run docs`; change it there. `npm test` fails where a named test does not exist or did not pass.",
      `Clinical safety officer: ${officer}. Review: ${log.reviewed_by}.`,
      `${hazards.length} hazards: ${count(hazards, "controlled")} controlled, ${count(hazards, "partly")} partly, ${count(hazards, "not yet controlled")} not yet controlled.`,
      ...hazards.map(section),
    ].join("\n\n")}\n`,
  };
};
