import type { Problems } from "./check.ts";
import type { RanTest } from "./vitest-report.ts";

/** Tests that ran, by name; one that ran twice passed where it passed both times. */
export const byName = (ran: readonly RanTest[]): ReadonlyMap<string, RanTest> => {
  const found = new Map<string, RanTest>();
  for (const { name, passed } of ran) found.set(name, { name, passed: passed && found.get(name)?.passed !== false });
  return found;
};

/** What is wrong with the tests that a document names: those that did not run, and those that did not pass. */
export const problemsOfNames = (names: readonly string[], ran: ReadonlyMap<string, RanTest>): Problems => [
  ...names.filter((name) => ran.get(name) === undefined).map((name) => `no such test ran: ${name}`),
  ...names.filter((name) => ran.get(name)?.passed === false).map((name) => `did not pass: ${name}`),
];
