import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { root, type Check, type Problems } from "./check.ts";
import { byName, problemsOfNames } from "./named-tests.ts";
import { readReport, type RanTest } from "./vitest-report.ts";

const STATUSES = ["controlled", "partly", "not yet controlled"] as const;
const WORDS = ["hazard", "cause", "effect", "control", "owner", "residual"] as const;

type Hazard = { readonly id: number; readonly tests: readonly string[]; readonly status: string } & Readonly<
  Record<(typeof WORDS)[number], string>
>;

const problemsOfOne = (hazard: Hazard, ran: ReadonlyMap<string, RanTest>): Problems => {
  const says = (what: string): string => `hazard ${hazard.id}: ${what}`;
  const empty = WORDS.filter((word) => typeof hazard[word] !== "string" || hazard[word].trim() === "");
  const tests = hazard.tests ?? [];
  const claims = hazard.status === "controlled" || hazard.status === "partly";
  return [
    ...empty.map((word) => says(`"${word}" is empty`)),
    ...(STATUSES.some((status) => status === hazard.status) ? [] : [says(`unknown status "${hazard.status}"`)]),
    ...(claims && tests.length === 0 ? [says(`is ${hazard.status} and names no test`)] : []),
    ...(!claims && tests.length > 0 ? [says("is not yet controlled and names tests")] : []),
    ...problemsOfNames(tests, ran).map(says),
  ];
};

/** What is wrong with a hazard log, given the tests that ran. */
export const problemsOfHazards = (hazards: readonly Hazard[], ran: readonly RanTest[]): Problems => {
  const known = byName(ran);
  const misnumbered = hazards.filter(({ id }, index) => id !== index + 1);
  return [
    ...misnumbered.map(({ id }) => `hazard ${id} is out of order: ids count up from 1 and are never used again`),
    ...hazards.flatMap((hazard) => problemsOfOne(hazard, known)),
  ];
};

/** Each hazard that is called controlled names tests that exist, ran and passed. */
export const hazards: Check = {
  name: "each controlled hazard has tests that ran and passed",
  run: async () => {
    const file = join(root, "docs/safety/hazards.yaml");
    if (!existsSync(file)) return ["docs/safety/hazards.yaml is missing"];
    const log = parse(readFileSync(file, "utf8")) as { hazards: readonly Hazard[] };
    return problemsOfHazards(log.hazards, readReport().tests);
  },
};
