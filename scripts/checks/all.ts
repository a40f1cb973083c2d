// Every check, then every test, then the checks that need to know which tests ran. A failure stops nothing, so that
// one run shows them all. The last line is the sum: "N passed, N failed".
import { asvs } from "./asvs.ts";
import { toolCheck, type Check } from "./check.ts";
import { hazards } from "./hazards.ts";
import { imports } from "./imports.ts";
import { licences } from "./licences.ts";
import { lockfile } from "./lockfile.ts";
import { renderedDocs } from "./rendered-docs.ts";
import { speaksOfItself } from "./speaks-of-itself.ts";
import { runTests } from "./tests.ts";

const before: readonly Check[] = [
  toolCheck("format (oxfmt)", "oxfmt/bin/oxfmt", ["--check"]),
  toolCheck("lint (oxlint)", "oxlint/bin/oxlint", ["--deny-warnings"]),
  toolCheck("types", "typescript/bin/tsc", ["-p", "tsconfig.json"]),
  toolCheck("types of the core, without DOM and Node", "typescript/bin/tsc", ["-p", "packages/core/tsconfig.json"]),
  imports,
  toolCheck("nothing unused (knip)", "knip/bin/knip.js", ["--no-progress", "--no-config-hints"]),
  licences,
  lockfile,
  speaksOfItself,
  renderedDocs,
];
const after: readonly Check[] = [hazards, asvs];

/** Runs one check, says how it went, answers whether it passed. */
const passes = async ({ name, run }: Check): Promise<boolean> => {
  const problems = await run().catch((error: unknown) => [
    error instanceof Error ? (error.stack ?? "") : String(error),
  ]);
  console.log(`${problems.length === 0 ? "ok    " : "FAILED"} ${name}`);
  for (const problem of problems) console.log(problem.replaceAll(/^/gm, "         "));
  return problems.length === 0;
};

const runInTurn = async (checks: readonly Check[]): Promise<boolean[]> => {
  const results: boolean[] = [];
  for (const check of checks) results.push(await passes(check));
  return results;
};

const early = await runInTurn(before);
const tests = await runTests();
const results = [...early, ...(await runInTurn(after))];

const passed = tests.passed + results.filter(Boolean).length;
const failed = tests.failed + results.filter((result) => !result).length;
if (tests.skipped > 0) console.log(`(${tests.skipped} skipped)`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
