import { execFile } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import type { LogProof } from "@concord/exchange/api";
import { findLosses } from "../durability/checks.ts";
import { sendExtract, type AtWork } from "../durability/edits.ts";
import { newExtract, type Extract } from "../durability/extracts.ts";
import { Ledger } from "../durability/ledger.ts";
import { databaseProcesses, kill, postmasters } from "../durability/processes.ts";
import { startService, type RunningService, type ServiceCall } from "../durability/running-service.ts";
import { putToWork, type Clients } from "./clients.ts";
import type { Plan } from "./fault.ts";

const CONCORD = join(import.meta.dirname, "../../packages/cli/src/main.ts");
/** How long the service may take to be well by itself once a fault is over. */
const LONGEST_REPAIR = 90_000;

/** Whether the log is whole, reckoned by the command line and not by the service. */
const brokenLog = async (url: string): Promise<readonly string[]> => {
  const call = [CONCORD, "audit", "verify", "--url", url, "--json"];
  const { stdout } = await promisify(execFile)(process.execPath, call, { maxBuffer: 1 << 26 }).catch(
    (error: { stdout?: string; message: string }) => ({ stdout: error.stdout || JSON.stringify(error.message) }),
  );
  const proof = JSON.parse(stdout) as LogProof | string;
  if (typeof proof === "string") return [`the log could not be verified: ${proof}`];
  return proof.whole ? [] : [`the log is not whole: ${JSON.stringify(proof.breaks)}`];
};

/** A service with the records of one practice, in a folder of its own, and what it acknowledged since it began. */
export class Site {
  readonly ledger = new Ledger();
  readonly extracts = new Map<string, Extract>();
  readonly problems: string[] = [];
  people: AtWork["people"] = [];
  service: RunningService;
  readonly plan: Plan;
  readonly folder: string;
  readonly dataFolder: string;

  constructor(plan: Plan, folder: string, dataFolder: string, service: RunningService) {
    this.plan = plan;
    this.folder = folder;
    this.dataFolder = dataFolder;
    this.service = service;
  }

  /** Says what was measured, in one line. */
  say(line: string): void {
    this.plan.say(`  ${line}`);
  }

  /** Notes as a problem what does not hold. */
  expect(holds: boolean, otherwise: string): void {
    if (!holds) this.problems.push(otherwise);
  }

  async newFile(nth: number): Promise<Extract> {
    const { people, seed } = this.plan;
    const extract = await newExtract(this.folder, people, seed * 1000 + nth);
    this.extracts.set(extract.sha256, extract);
    return extract;
  }

  /** Sends a file as one of those at work does; it is not called off. */
  async send(extract: Extract): Promise<void> {
    await sendExtract({ ...this, stopped: () => false, random: () => 0 }, extract);
  }

  work(clients = this.plan.clients): Promise<Clients> {
    return putToWork(this.service, { ...this, clients, seed: this.plan.seed });
  }

  /** Ends the service as Ctrl-C does, and starts it again. */
  async startAgain(call: SiteCall): Promise<void> {
    await this.service.stop();
    this.service = (await startService({ ...call, dataFolder: this.dataFolder, port: 0 }))!;
  }

  /** Milliseconds until the service reads and writes again by itself; a problem where it does not. */
  async untilWell(): Promise<number> {
    const from = performance.now();
    const key = this.people[0]!.key;
    while (performance.now() - from < LONGEST_REPAIR && !this.service.ended()) {
      const wrote = await this.service.ask("PUT", `/api/basket/2031-01/${key}`).catch(() => null);
      const read = wrote?.status === 200 ? await this.service.ask("GET", "/api/register").catch(() => null) : null;
      if (read?.status === 200) return performance.now() - from;
      await pause(50);
    }
    this.problems.push(`the service is not well by itself within ${LONGEST_REPAIR / 1000} s:\n${this.service.said()}`);
    return performance.now() - from;
  }

  /** After every fault: nothing acknowledged is lost, the log is whole, the same service answers. */
  async check(): Promise<void> {
    if (this.service.ended()) return void this.problems.push(`the service ended:\n${this.service.said()}`);
    await this.untilWell();
    const lost = await findLosses(this);
    const broken = await brokenLog(this.service.url);
    this.problems.push(...lost, ...broken);
    this.say(
      `${this.ledger.acknowledged} writes acknowledged so far, ${lost.length} lost or half written; the log is ${broken.length === 0 ? "whole" : "not whole"}`,
    );
  }
}

const peopleOf = async ({ ask }: RunningService): Promise<AtWork["people"]> =>
  ((await ask("GET", "/api/register?size=60")).body.rows as AtWork["people"]).map(({ person, key }) => ({
    person,
    key,
  }));

const clearAway = async (site: Site): Promise<void> => {
  if (!site.service.ended()) kill(site.service.pid);
  await site.service.exited;
  for (const pid of postmasters(site.dataFolder)) kill(pid, "SIGQUIT");
  for (const end = performance.now() + 5_000; performance.now() < end; await pause(50))
    if (databaseProcesses(site.dataFolder).length === 0) return;
};

/** How a fault wants its service. */
export type SiteCall = Partial<Pick<ServiceCall, "env" | "node" | "dataFolder">>;

/** Runs one fault against a service of its own; ends everything afterwards, and removes it where all was well. */
export const onSite = async (
  plan: Plan,
  work: (site: Site) => Promise<void>,
  call: SiteCall = {},
): Promise<readonly string[]> => {
  const folder = mkdtempSync(join(tmpdir(), "concord-faults-"));
  chmodSync(folder, 0o755);
  const dataFolder = call.dataFolder ?? join(folder, "data");
  const site = new Site(plan, folder, dataFolder, (await startService({ ...call, dataFolder, port: 0 }))!);
  try {
    await site.service.ask("PUT", "/api/basket/capacity", { capacity: 1000 });
    await site.send(await site.newFile(0));
    await findLosses(site);
    site.people = await peopleOf(site.service);
    await work(site);
    const code = await site.service.stop();
    site.expect(code === 0, `the service ended with ${String(code)}`);
  } finally {
    await clearAway(site);
    if (site.problems.length === 0) rmSync(folder, { recursive: true, force: true });
    else plan.say(`  What there was is kept in ${folder}.`);
  }
  return site.problems;
};
