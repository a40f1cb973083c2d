import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { randomFrom } from "../../bench/random.ts";
import { freePort } from "../../packages/server/src/store/embedded/launch.ts";
import { findLosses, type Checked } from "./checks.ts";
import { keepEditing, sendExtract, type AtWork } from "./edits.ts";
import { newExtract, type Extract } from "./extracts.ts";
import { Ledger } from "./ledger.ts";
import { databaseProcesses, kill, killWithNine, postmasters, VICTIMS, type Victim } from "./processes.ts";
import { startService, type RunningService } from "./running-service.ts";

export interface Plan {
  readonly rounds: number;
  readonly seed: number;
  /** Of each file's practice. */
  readonly people: number;
  readonly say: (line: string) => void;
}

export interface Outcome {
  readonly problems: readonly string[];
  readonly acknowledged: number;
  readonly rows: number;
  readonly slowestStart: number;
}

const EDITORS = 3;
const LONGEST_BEFORE_KILL = 2_500;
/** How long a service whose database was killed beneath it may take to be well again. */
const LONGEST_REPAIR = 60_000;

class Bench {
  readonly random: () => number;
  readonly ledger = new Ledger();
  readonly extracts = new Map<string, Extract>();
  readonly problems: string[] = [];
  slowestStart = 0;
  rows = 0;
  readonly plan: Plan;
  readonly folder: string;
  readonly dataFolder: string;
  readonly port: number;

  constructor(plan: Plan, folder: string, port: number) {
    this.plan = plan;
    this.random = randomFrom(plan.seed);
    this.folder = folder;
    this.dataFolder = join(folder, "data");
    this.port = port;
  }

  /** Starts what was killed; now and then kills it again before it is ready. */
  async start(mayDieEarly: boolean): Promise<RunningService> {
    const { dataFolder, port } = this;
    if (mayDieEarly && this.random() < 0.25)
      await startService({ dataFolder, port, killAfter: 20 + this.random() * 900 });
    const service = (await startService({ dataFolder, port }))!;
    this.slowestStart = Math.max(this.slowestStart, service.startedIn);
    return service;
  }

  async file(round: number): Promise<Extract> {
    const { plan, folder } = this;
    const extract = await newExtract(folder, plan.people, plan.seed * 1000 + round);
    this.extracts.set(extract.sha256, extract);
    this.rows += extract.rows;
    return extract;
  }

  async check(service: RunningService): Promise<void> {
    const checked: Checked = { service, ...this };
    this.problems.push(...(await findLosses(checked)));
    const running = postmasters(this.dataFolder);
    if (running.length !== 1) this.problems.push(`${running.length} databases are at work in one folder`);
  }
}

const peopleOf = async ({ ask }: RunningService): Promise<AtWork["people"]> => {
  const { status, body } = await ask("GET", "/api/register?size=60");
  return status === 200 ? (body.rows as AtWork["people"]).map(({ person, key }) => ({ person, key })) : [];
};

/** Edits and an import, until the kill; answers which process was hit. */
const workUntilKill = async (bench: Bench, service: RunningService, round: number): Promise<Victim> => {
  const { random, ledger, dataFolder } = bench;
  const victim = VICTIMS[Math.floor(random() * VICTIMS.length)]!;
  const killAt = 30 + random() * LONGEST_BEFORE_KILL;
  const chance = random();
  const seeds = Array.from({ length: EDITORS + 1 }, () => Math.floor(random() * 2 ** 31));
  const extract = await bench.file(round);
  const people = await peopleOf(service);
  let stopped = false;
  const at = (seed: number): AtWork => ({
    service,
    ledger,
    people,
    random: randomFrom(seed),
    stopped: () => stopped,
  });
  const work = [sendExtract(at(seeds[0]!), extract), ...seeds.slice(1).map((seed) => keepEditing(at(seed)))];
  await pause(killAt);
  killWithNine(victim, service.pid, dataFolder, chance);
  await pause(random() * 200);
  stopped = true;
  await Promise.allSettled(work);
  return victim;
};

/** Whether the service goes on by itself with a database that was killed beneath it. */
const mends = async (service: RunningService): Promise<boolean> => {
  for (const end = Date.now() + LONGEST_REPAIR; Date.now() < end && !service.ended(); await pause(50)) {
    const answer = await service.ask("GET", "/api/health").catch(() => null);
    if (answer?.status === 200) return true;
  }
  return false;
};

const endHard = async (service: RunningService): Promise<void> => {
  if (!service.ended()) kill(service.pid);
  await service.exited;
};

/** After the kill: the same process goes on where only a session was hit; else the service is started again. */
const carryOn = async (bench: Bench, service: RunningService, victim: Victim): Promise<RunningService> => {
  if (victim === "session") {
    if (await mends(service)) return service;
    bench.problems.push(`the service did not go on after one of its sessions was killed:\n${service.said()}`);
  }
  await endHard(service);
  return bench.start(true);
};

const leftOver = async (dataFolder: string): Promise<readonly string[]> => {
  for (const end = Date.now() + 5_000; Date.now() < end; await pause(50))
    if (databaseProcesses(dataFolder).length === 0) return [];
  return databaseProcesses(dataFolder).map(({ pid }) => `process ${pid} is left over`);
};

/** Kills the service at its work, again and again, and looks for what was lost. */
export const runRounds = async (plan: Plan): Promise<Outcome> => {
  const folder = mkdtempSync(join(tmpdir(), "concord-durability-"));
  chmodSync(folder, 0o755);
  const bench = new Bench(plan, folder, await freePort());
  let service = await bench.start(false);
  try {
    await service.ask("PUT", "/api/basket/capacity", { capacity: 1000 });
    await sendExtract({ ...bench, service, people: [], stopped: () => false, random: () => 0 }, await bench.file(0));
    await bench.check(service);
    for (let round = 1; round <= plan.rounds && bench.problems.length === 0; round++) {
      const victim = await workUntilKill(bench, service, round);
      service = await carryOn(bench, service, victim);
      await bench.check(service);
      const { ledger, problems } = bench;
      plan.say(
        `round ${round}: ${victim} killed, ${ledger.acknowledged} writes acknowledged so far, ${problems.length} problems`,
      );
    }
    const code = await service.stop();
    if (code !== 0) bench.problems.push(`the service ended with ${String(code)}`);
    bench.problems.push(...(await leftOver(bench.dataFolder)));
    return {
      problems: bench.problems,
      acknowledged: bench.ledger.acknowledged,
      rows: bench.rows,
      slowestStart: bench.slowestStart,
    };
  } finally {
    await endHard(service);
    for (const pid of postmasters(bench.dataFolder)) kill(pid, "SIGQUIT");
    await leftOver(bench.dataFolder);
    if (bench.problems.length === 0) rmSync(folder, { recursive: true, force: true });
    else plan.say(`What there was is kept in ${folder}.`);
  }
};
