import { expect, test } from "vitest";
import { runRounds } from "./rounds.ts";

const said: string[] = [];

/** The same as `npm run durability`, shorter: 50 rounds and other seeds are for there. */
test("kill -9 at any moment loses nothing that was acknowledged, and the next start needs no hand", async () => {
  const { problems, acknowledged } = await runRounds({
    rounds: 3,
    seed: 11,
    people: 150,
    say: (line) => said.push(line),
  });
  expect(problems, said.join("\n")).toEqual([]);
  expect(said).toHaveLength(3);
  expect(acknowledged).toBeGreaterThan(10);
}, 120_000);
