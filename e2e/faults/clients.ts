import { setTimeout as pause } from "node:timers/promises";
import { randomFrom } from "../../bench/random.ts";
import { keepEditing, type AtWork } from "../durability/edits.ts";
import type { Answered, RunningService } from "../durability/running-service.ts";
import { cookieOf, sessionsIn } from "../service/sign-in.ts";
import { Tally } from "./tally.ts";

const LONGEST_ANSWER = 30_000;

const answered = async (url: string, method: string, cookie: string, body: unknown): Promise<Answered> => {
  const isForm = body instanceof FormData;
  const answer = await fetch(url, {
    method,
    signal: AbortSignal.timeout(LONGEST_ANSWER),
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    headers: { cookie, ...(body === undefined || isForm ? {} : { "content-type": "application/json" }) },
  });
  const text = await answer.text();
  return { status: answer.status, body: text === "" ? null : JSON.parse(text) };
};

/** Asks with one session for good: whoever is signed out unasked is told so. */
const askAs =
  ({ url }: RunningService, cookie: string, tally: () => Tally): RunningService["ask"] =>
  async (method, path, body) => {
    const from = performance.now();
    const kind = method === "GET" || path === "/api/register" ? "reads" : "writes";
    const note = (answer: Answered | null): void => tally().note(kind, answer, performance.now() - from);
    try {
      const answer = await answered(`${url}${path}`, method, cookie, body);
      note(answer);
      return answer;
    } catch (error) {
      note(null);
      throw error;
    }
  };

const READS: readonly ((ask: RunningService["ask"], key: string) => Promise<Answered>)[] = [
  (ask) => ask("GET", "/api/register?size=50"),
  (ask) => ask("POST", "/api/register", { search: "1", size: 50 }),
  (ask, key) => ask("GET", `/api/people/${key}`),
  (ask, key) => ask("GET", `/api/people/${key}/issues`),
  (ask) => ask("GET", "/api/practice-view"),
  (ask) => ask("GET", "/api/unread-directions"),
  (ask) => ask("GET", "/api/session"),
];

const keepReading = async ({ service, random, people, stopped }: AtWork): Promise<void> => {
  while (!stopped()) {
    const { key } = people[Math.floor(random() * people.length)]!;
    await READS[Math.floor(random() * READS.length)]!(service.ask, key).catch(() => {});
    await pause(20 + random() * 80);
  }
};

export interface Clients {
  /** What was answered since the last time; counting begins anew. */
  readonly take: () => Tally;
  readonly stop: () => Promise<void>;
}

/** People at work, each signed in once, until they are told to stop. What they were told is done stands in the ledger. */
export const putToWork = async (
  service: RunningService,
  of: Pick<AtWork, "people" | "ledger"> & {
    readonly dataFolder: string;
    readonly clients: number;
    readonly seed: number;
  },
): Promise<Clients> => {
  const { people, ledger, dataFolder, clients, seed } = of;
  const now = { stopped: false, tally: new Tally() };
  const work: Promise<void>[] = [];
  for (const [nth, token] of (await sessionsIn(dataFolder, { count: clients })).entries()) {
    const cookie = cookieOf(token);
    const theirs = { ...service, cookie, ask: askAs(service, cookie, () => now.tally) };
    const at = { service: theirs, ledger, people, random: randomFrom(seed + nth), stopped: () => now.stopped };
    work.push(nth % 5 < 2 ? keepEditing(at) : keepReading(at));
  }
  return {
    take: () => {
      const { tally } = now;
      now.tally = new Tally();
      return tally;
    },
    stop: async () => {
      now.stopped = true;
      await Promise.all(work);
    },
  };
};
