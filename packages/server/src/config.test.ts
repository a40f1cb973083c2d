import { expect, test } from "vitest";
import { HELP, readCall, USUAL_PORT } from "./config.ts";

const read = (words: string[], environment = {}) => readCall(words, environment, "/usual");

test("nothing given: the embedded database, the usual folder, the synthetic practice", () => {
  expect(read([])).toEqual({
    kind: "start",
    config: {
      port: null,
      host: "127.0.0.1",
      tls: null,
      proxies: [],
      publicUrl: null,
      dataFolder: "/usual",
      databaseUrl: null,
      empty: false,
      people: 10_000,
      seed: 1,
    },
  });
});

test("words win over the environment", () => {
  const environment = { CONCORD_DATA: "/of/environment", DATABASE_URL: "postgres://u:p@h:1/d" };
  expect(read(["--port=0", "--data", "/given", "--empty"], environment)).toMatchObject({
    config: { port: 0, dataFolder: "/given", databaseUrl: environment.DATABASE_URL, empty: true },
  });
  expect(read([], environment)).toMatchObject({ config: { dataFolder: "/of/environment" } });
});

test.each(["-h", "--help"])("%s", (word) => {
  expect(read([word])).toEqual({ kind: "help" });
});

test.each([
  [["--host", "0.0.0.0"], "over TLS alone"],
  [["--host", "0.0.0.0", "--tls-cert", "c", "--tls-key", "k"], "--public-url"],
  [["--tls-cert", "c"], "go together"],
  [["--behind-proxy"], "--public-url"],
  [["--proxy", "10.1.2.3"], "--behind-proxy"],
  [["--port", "65536"], "no port"],
  [["--port", "x"], "no port"],
  [["--people", "0"], "whole number"],
  [["--seed", "-1"], "seed"],
  [["--what"], "--what"],
  [["practice.csv"], "practice.csv"],
])("%j is refused", (words, says) => {
  expect(read(words)).toMatchObject({ kind: "wrong", says: expect.stringContaining(says) });
});

test.each(["localhost", "127.0.0.1", "::1"])("--host %s is this machine", (host) => {
  expect(read(["--host", host]).kind).toBe("start");
});

test.each(["mysql://x/y", "nonsense"])("DATABASE_URL=%s is refused", (url) => {
  expect(read([], { DATABASE_URL: url })).toMatchObject({
    kind: "wrong",
    says: expect.stringContaining("DATABASE_URL"),
  });
});

test("the help has every option, and the usual port", () => {
  const names = "port data empty people seed host tls-cert tls-key public-url behind-proxy proxy help".split(" ");
  for (const option of [...names.map((name) => `--${name}`), "DATABASE_URL"]) expect(HELP).toContain(option);
  expect(HELP).toContain(`; ${USUAL_PORT} if not given`);
});
