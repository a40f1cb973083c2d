import process from "node:process";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{packages,twin,e2e,bench,scripts}/**/*.{test,prop.test,types.test,int.test}.ts"],
    exclude: ["**/node_modules/**", "**/.stryker-tmp/**"],
    watch: false,
    globals: false,
    environment: "node",
    pool: "forks",
    // Two cores are what continuous integration has; a browser test and a twin beside it fit.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // Where nobody can look again, a browser that stumbled gets one more chance; the report says which test needed it.
    retry: process.env["CI"] === undefined ? 0 : 1,
    // A test that leaves a promise behind or waits for nothing fails, so that it is seen.
    dangerouslyIgnoreUnhandledErrors: false,
    passWithNoTests: false,
  },
});
