import { defineConfig } from "vitest/config";

/**
 * The tests of the core alone: what the mutation score of the core is measured with. Of directions the tables stand in
 * for the tests that read thousands of sentences: a mutant that lives would cost half a minute, and the score is a
 * little lower than the tests deserve.
 */
export default defineConfig({
  test: {
    include: ["packages/core/src/**/*.{test,prop.test,mutation}.ts"],
    exclude: ["packages/core/src/directions/directions.{spec.test,prop.test,corpus.test}.ts"],
    watch: false,
    pool: "forks",
    testTimeout: 20_000,
  },
});
