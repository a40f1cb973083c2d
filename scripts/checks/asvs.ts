import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { root, type Check, type Problems } from "./check.ts";
import { byName, problemsOfNames } from "./named-tests.ts";
import { readReport, type RanTest } from "./vitest-report.ts";

/** One requirement of the security standard, and how far it is met. */
export interface Requirement {
  readonly id: string;
  readonly level: number;
  readonly says: string;
  readonly status: string;
  readonly tests?: readonly string[];
  /** A document that meets it, where it asks for one. */
  readonly document?: string;
  readonly why?: string;
}

const isSaid = (text: string | undefined): boolean => (text ?? "").trim() !== "";

/** What is wrong with how one is told, tests aside. */
const untold = ({ id, level, says, status, tests = [], document, why }: Requirement): Problems => {
  const shown = tests.length > 0 || document !== undefined;
  return [
    ...(/^\d+\.\d+\.\d+$/.test(id) ? [] : ["has no number"]),
    ...(level === 1 || level === 2 ? [] : ["is neither of level 1 nor of level 2"]),
    ...(isSaid(says) ? [] : ["says nothing"]),
    ...(["met", "not applicable", "not met"].includes(status) ? [] : [`unknown status "${status}"`]),
    ...(status === "met" && !shown ? ["is met, and names neither a test nor a document"] : []),
    ...(status !== "met" && shown ? [`is ${status}, and names tests or a document`] : []),
    ...(status !== "met" && !isSaid(why) ? [`is ${status}, and does not say why`] : []),
    ...(document !== undefined && !existsSync(join(root, document)) ? [`there is no ${document}`] : []),
  ];
};

/** What is wrong with a self-check, given the tests that ran. */
export const problemsOfAsvs = (requirements: readonly Requirement[], ran: readonly RanTest[]): Problems => {
  const known = byName(ran);
  const twice = requirements.filter(({ id }, at) => requirements.findIndex((it) => it.id === id) !== at);
  return [
    ...twice.map(({ id }) => `requirement ${id} is there twice`),
    ...requirements.flatMap((it) =>
      [...untold(it), ...problemsOfNames(it.tests ?? [], known)].map((what) => `requirement ${it.id}: ${what}`),
    ),
  ];
};

export const readAsvs = (): readonly Requirement[] =>
  (parse(readFileSync(join(root, "docs/safety/asvs.yaml"), "utf8")) as { requirements: readonly Requirement[] })
    .requirements;

/** Each security requirement that is called met names tests that exist, ran and passed, or a document that is there. */
export const asvs: Check = {
  name: "each security requirement that is met has tests that ran and passed",
  run: async () => problemsOfAsvs(readAsvs(), readReport().tests),
};
