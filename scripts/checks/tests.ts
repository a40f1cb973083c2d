import { spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./check.ts";
import { readReport, REPORT } from "./vitest-report.ts";

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const runVitest = (): Promise<number> =>
  new Promise((resolve) => {
    const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${REPORT}`];
    const child = spawn(process.execPath, [join(root, "node_modules/vitest/vitest.mjs"), ...args], {
      cwd: root,
      env: { ...process.env, CI: "true", ...(process.stdout.isTTY ? {} : { NO_COLOR: "1" }) },
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.on("error", () => resolve(1));
    child.on("close", (code) => resolve(code ?? 1));
  });

/** Runs every test, browser included; a file that cannot be run and an error outside any test count as failures. */
export const runTests = async (): Promise<Tally> => {
  mkdirSync(join(root, dirname(REPORT)), { recursive: true });
  rmSync(join(root, REPORT), { force: true });
  const code = await runVitest();
  const { tests, skipped, brokenFiles } = readReport();
  for (const broken of brokenFiles) console.log(`FAILED ${broken}`);
  const failedTests = tests.filter(({ passed }) => !passed).length;
  const seen = failedTests + brokenFiles.length;
  if (code !== 0 && seen === 0) console.log(`FAILED: the test runner ended with ${code}, though no test failed`);
  return { passed: tests.length - failedTests, failed: code !== 0 ? Math.max(seen, 1) : seen, skipped };
};
