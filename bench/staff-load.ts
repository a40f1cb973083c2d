// npm run load: staff at work at the same time, each signed in for themselves, with the proportions of a working day. Says
// how long answers took by path, and what the service and its database used; exits with 1 where there was an error, or
// the 99th percentile of all is not within its target.
//
//   npm run load                                       50 people for ten minutes on a practice of 10,000
//   npm run load -- --seconds 15 --people 500          a try
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { startService, type RunningService } from "../e2e/durability/running-service.ts";
import { cookieOf, sessionsIn } from "../e2e/service/sign-in.ts";
import { besideBareJson } from "./bare-json.ts";
import { randomFrom } from "./random.ts";
import { Latencies, type Measured } from "./staff/latencies.ts";
import { ask, type Member, type Practice } from "./staff/member.ts";
import { resourcesOf, type Resources } from "./staff/resources.ts";
import { nextTask, WORKING_DAY, type Task } from "./staff/working-day.ts";

const TARGET_MILLISECONDS = 500;
/** Before anything counts: code is compiled, and pages are remembered. */
const MOST_WARM_UP_SECONDS = 10;
const BARE_SECONDS = 20;
const MONTH = "2027-01";
const NO_DAY: readonly Task[] = [
  { share: 1, work: async (member) => void (await ask(member, "bare", { method: "GET", path: "/" })) },
];

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "10" },
    seconds: { type: "string" },
    users: { type: "string", default: "50" },
    pause: { type: "string", default: "1" },
    people: { type: "string", default: "10000" },
  },
});
const seconds = Number(values.seconds ?? Number(values.minutes) * 60);
const [users, pauseSeconds] = [Number(values.users), Number(values.pause)];
const say = (line: string): void => console.log(line);

/** Each does one thing after another, with a pause between half and one and a half times as long as was said. */
const workFor = async (members: readonly Member[], tasks: readonly Task[], time: number): Promise<number> => {
  const from = performance.now();
  const end = from + time * 1000;
  const one = async (member: Member): Promise<void> => {
    await pause(member.random() * pauseSeconds * 1000);
    while (performance.now() < end) {
      await nextTask(member, tasks)
        .work(member)
        .catch(() => {});
      await pause((0.5 + member.random()) * pauseSeconds * 1000);
    }
  };
  await Promise.all(members.map(one));
  return (performance.now() - from) / 1000;
};

const accountsIn = (dataFolder: string): Practice["accounts"] => {
  const path = join(dataFolder, "demonstration-accounts.json");
  const all = JSON.parse(readFileSync(path, "utf8")) as { login: string; password: string; roles: string[] }[];
  return all.filter(({ roles }) => ["prescriber", "pharmacist", "manager", "administrator"].includes(roles[0]!));
};

const practiceOf = async ({ url, ask: asks }: RunningService, dataFolder: string): Promise<Practice> => {
  const { rows } = (await asks("GET", "/api/register?size=500")).body as { rows: { person: string; key: string }[] };
  return {
    url,
    month: MONTH,
    people: rows.map(({ person, key }) => ({ person, key })),
    latencies: new Latencies(),
    texts: new Set(),
    accounts: accountsIn(dataFolder),
    signingIn: new Set(),
  };
};

const tasksOf = async ({ ask: asks }: RunningService): Promise<readonly Task[]> => {
  const { paths } = (await asks("GET", "/api/openapi.json")).body as { paths: object };
  const missing = WORKING_DAY.filter(({ at }) => at !== undefined && !(at in paths));
  for (const { at } of missing) say(`this version has no ${at}: it is left out`);
  return WORKING_DAY.filter((task) => !missing.includes(task));
};

const line = ({ path, count, errors, median, p99, slowest }: Measured): string =>
  `${path.padEnd(26)}${String(count).padStart(8)}${String(errors).padStart(8)}${[median, p99, slowest].map((time) => time.toFixed(0).padStart(10)).join("")}`;

const sayResources = (before: Resources | null, after: Resources | null, time: number): void => {
  if (before === null || after === null) return say("what the service used is not told by this system");
  const cpu = (used: number): string =>
    `${used.toFixed(1)} CPU seconds (${((100 * used) / time).toFixed(0)}% of one core)`;
  say(`service: at most ${after.peakMegabytes.toFixed(0)} MB resident, ${cpu(after.serviceCpu - before.serviceCpu)}`);
  say(`database: ${cpu(after.databaseCpu - before.databaseCpu)}`);
};

const bareOf = (answer: string, members: readonly Member[]): Promise<Measured> =>
  besideBareJson(answer, async (url) => {
    const latencies = new Latencies();
    const theirs = members.map((member) => ({ ...member, practice: { ...member.practice, url, latencies } }));
    await workFor(theirs, NO_DAY, Math.min(BARE_SECONDS, seconds));
    return latencies.all();
  });

/** Whether all is as it has to be. */
const measure = async (service: RunningService, dataFolder: string): Promise<boolean> => {
  await service.ask("PUT", "/api/basket/capacity", { capacity: 1000 });
  const practice = await practiceOf(service, dataFolder);
  const tasks = await tasksOf(service);
  const tokens = await sessionsIn(dataFolder, { count: users });
  const membersOf = (latencies: Latencies): readonly Member[] =>
    tokens.map((token, nth) => ({
      practice: { ...practice, latencies },
      nth,
      cookie: cookieOf(token),
      random: randomFrom(nth + 1),
    }));
  await workFor(membersOf(new Latencies()), tasks, Math.min(MOST_WARM_UP_SECONDS, seconds / 3));
  const latencies = new Latencies();
  const before = resourcesOf(service.pid, dataFolder);
  const time = await workFor(membersOf(latencies), tasks, seconds);
  const after = resourcesOf(service.pid, dataFolder);
  say(`${"path".padEnd(26)}   count  errors    median       p99   slowest   (ms)`);
  for (const path of latencies.paths().toSorted((a, b) => a.path.localeCompare(b.path))) say(line(path));
  const all = latencies.all();
  say(line(all));
  for (const error of latencies.errors()) say(`ERROR  ${error}`);
  say(
    `${users} users, ${pauseSeconds} s between two things: ${(all.count / time).toFixed(1)} requests a second over ${time.toFixed(0)} s`,
  );
  sayResources(before, after, time);
  const first = latencies.paths().find(({ path }) => path === "register, first page");
  const answer = await service.ask("POST", "/api/register", { size: 50 });
  const bare = await bareOf(JSON.stringify(answer.body), membersOf(latencies));
  say(
    `a bare JSON answer of the size of the register's first page: median ${bare.median.toFixed(1)} ms, 99th percentile ${bare.p99.toFixed(1)} ms; the register takes ${((first?.median ?? 0) / bare.median).toFixed(1)} and ${((first?.p99 ?? 0) / bare.p99).toFixed(1)} times that`,
  );
  const met = all.errors === 0 && all.p99 < TARGET_MILLISECONDS;
  say(
    `${met ? "met" : "not met"}: ${all.errors} errors (target 0), 99th percentile ${all.p99.toFixed(0)} ms (target under ${TARGET_MILLISECONDS})`,
  );
  return met;
};

const folder = mkdtempSync(join(tmpdir(), "concord-load-"));
chmodSync(folder, 0o755);
const dataFolder = join(folder, "data");
try {
  const words = ["--people", values.people, "--seed", "1"];
  const service = (await startService({ dataFolder, port: 0, words }))!;
  say(
    `a practice of ${Number(values.people).toLocaleString("en-GB")}, started in ${(service.startedIn / 1000).toFixed(1)} s`,
  );
  try {
    if (!(await measure(service, dataFolder))) process.exitCode = 1;
  } finally {
    await service.stop();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
