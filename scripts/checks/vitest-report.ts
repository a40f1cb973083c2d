import { existsSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { root } from "./check.ts";

/** Where the test runner leaves its report. */
export const REPORT = "out/vitest.json";

export interface RanTest {
  /** "packages/core/src/x.test.ts > the group > the test" */
  readonly name: string;
  readonly passed: boolean;
}

export interface Report {
  readonly tests: readonly RanTest[];
  readonly skipped: number;
  /** Files that failed before any of their tests could, with the reason. */
  readonly brokenFiles: readonly string[];
}

interface VitestJson {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[];
      readonly title: string;
      readonly status: string;
    }[];
  }[];
}

/** Vitest's JSON as what matters here: the tests that ran, by file and full name. */
export const reportFrom = (json: VitestJson): Report => {
  const fileOf = (path: string): string => relative(root, path).split(sep).join("/");
  const all = json.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ ancestorTitles, title, status }) => ({
      name: [fileOf(name), ...ancestorTitles, title].join(" > "),
      status,
    })),
  );
  const broken = json.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((assertion) => assertion.status === "failed"),
  );
  return {
    tests: all
      .filter(({ status }) => status === "passed" || status === "failed")
      .map(({ name, status }) => ({ name, passed: status === "passed" })),
    skipped: all.filter(({ status }) => status !== "passed" && status !== "failed").length,
    brokenFiles: broken.map(({ name, message }) => `${fileOf(name)}: ${message ?? "could not be run"}`),
  };
};

export const readReport = (): Report => {
  const file = join(root, REPORT);
  if (!existsSync(file)) return { tests: [], skipped: 0, brokenFiles: [`${REPORT} was not written`] };
  return reportFrom(JSON.parse(readFileSync(file, "utf8")) as VitestJson);
};
