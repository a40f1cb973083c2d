import { defineConfig } from "vitest/config";

/** The tests of the core alone: what the mutation score of the core is measured with. */
export default defineConfig({
  test: {
    include: ["packages/core/src/**/*.{test,prop.test}.ts"],
    watch: false,
    pool: "forks",
    testTimeout: 20_000,
  },
});
