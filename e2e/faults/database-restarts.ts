import { setTimeout as pause } from "node:timers/promises";
import { kill, postmasters } from "../durability/processes.ts";
import type { Fault } from "./fault.ts";
import { onSite, type Site } from "./site.ts";

const SIGNALS = ["SIGINT", "SIGKILL"] as const;

const restartUnderWork = async (site: Site, round: number, signal: (typeof SIGNALS)[number]): Promise<void> => {
  const clients = await site.work();
  const sending = site.send(await site.newFile(round));
  await pause(site.plan.seconds * 1000);
  const before = clients.take();
  const [postmaster] = postmasters(site.dataFolder);
  site.expect(postmaster !== undefined, "no database is at work");
  if (postmaster !== undefined) kill(postmaster, signal);
  // Well by what it was before the signal arrived is not meant.
  await pause(100);
  const away = await site.untilWell();
  const during = clients.take();
  await pause(site.plan.seconds * 1000);
  const after = clients.take();
  await clients.stop();
  await sending;
  site.say(`restart ${round} (${signal}): well again by itself after ${(away / 1000).toFixed(1)} s`);
  site.say(`  before: ${before.says()}`);
  site.say(`  until then: ${during.says()}`);
  site.say(`  after: ${after.says()}`);
  for (const tally of [before, during, after]) site.problems.push(...tally.unexpected(["store-not-answering"]));
  site.expect(after.count("writes", "done") > 0, "nothing was written after the restart");
  await site.check();
};

/** The embedded database is ended while people are at work, with its sessions closed and without. */
export const databaseRestarts: Fault = {
  name: "restart",
  what: "the database is restarted under load (SIGINT: fast shutdown; SIGKILL)",
  run: async (plan) => {
    const problems = await onSite(plan, async (site) => {
      for (let round = 1; round <= plan.rounds && site.problems.length === 0; round++)
        await restartUnderWork(site, round, SIGNALS[(round - 1) % SIGNALS.length]!);
    });
    return { problems };
  },
};
