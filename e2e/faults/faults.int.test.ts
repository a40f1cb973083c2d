import { expect, test } from "vitest";
import { databaseRestarts } from "./database-restarts.ts";
import { noConnections } from "./no-connections.ts";

const said: string[] = [];
/** The same as `npm run faults`, shorter: a full disk, the clock and many rounds are for there. */
const SHORTLY = { clients: 10, seconds: 1, rounds: 2, people: 100, seed: 7, say: (line: string) => said.push(line) };

test("a database restarted under load loses nothing that was acknowledged, and comes back by itself", async () => {
  const { problems } = await databaseRestarts.run(SHORTLY);
  expect(problems, said.join("\n")).toEqual([]);
}, 240_000);

test("connections that are used up are told of, and nothing that was acknowledged is lost", async () => {
  const { problems } = await noConnections.run(SHORTLY);
  expect(problems, said.join("\n")).toEqual([]);
}, 240_000);
