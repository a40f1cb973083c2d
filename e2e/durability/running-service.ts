import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as pause } from "node:timers/promises";

import { cookieOf, sessionIn } from "../service/sign-in.ts";

const MAIN = join(import.meta.dirname, "../../packages/server/src/main.ts");

export interface Answered {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- checks look into whatever is there
  readonly body: any;
}

/** The service in a process of its own, as `npm start` has it. */
export interface RunningService {
  readonly url: string;
  /** Of everyone who works for the practice, in one. */
  readonly cookie: string;
  readonly pid: number;
  readonly ended: () => boolean;
  readonly exited: Promise<unknown>;
  /** What it wrote to standard error. */
  readonly said: () => string;
  /** Milliseconds from its start to the line with its address. */
  readonly startedIn: number;
  /** Throws where no answer came. */
  readonly ask: (method: string, path: string, body?: unknown) => Promise<Answered>;
  /** As Ctrl-C does; its exit code. */
  readonly stop: () => Promise<number | null>;
}

export interface ServiceCall {
  readonly dataFolder: string;
  readonly port: number;
  /** How it starts besides; empty where nothing is said. */
  readonly words?: readonly string[];
  /** Of its environment, beside what is there. */
  readonly env?: Readonly<Record<string, string>>;
  /** Options of Node.js itself. */
  readonly node?: readonly string[];
  /** Is killed before it is ready: where a kill during the start is wanted. */
  readonly killAfter?: number;
}

const ask = (url: string, dataFolder: string, first: string): RunningService["ask"] => {
  let cookie = first;
  const once = (method: string, path: string, body: unknown) => {
    const isForm = body instanceof FormData;
    return fetch(`${url}${path}`, {
      method,
      signal: AbortSignal.timeout(60_000),
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      headers: { cookie, ...(body === undefined || isForm ? {} : { "content-type": "application/json" }) },
    });
  };
  return async (method, path, body) => {
    let answer = await once(method, path, body);
    if (answer.status === 401) {
      // Other records, after a restore: signed in anew.
      cookie = cookieOf(await sessionIn(dataFolder));
      answer = await once(method, path, body);
    }
    const text = await answer.text();
    return { status: answer.status, body: text === "" ? null : JSON.parse(text) };
  };
};

interface Launched {
  readonly child: ChildProcess;
  /** The address alone is on standard output. */
  readonly address: () => string | undefined;
  readonly said: () => string;
}

const launch = ({ dataFolder, port, words = ["--empty"], env = {}, node = [] }: ServiceCall): Launched => {
  const child = spawn(process.execPath, [...node, MAIN, "--data", dataFolder, "--port", String(port), ...words], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  let [out, said] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
  return { child, said: () => said, address: () => /http:\/\/127\.0\.0\.1:\d+(?=\/\n)/.exec(out)?.[0] };
};

const LONGEST_START = 90_000;

/** Starts the service and waits for its address; null where it was killed before, as wanted. */
export const startService = async (call: ServiceCall): Promise<RunningService | null> => {
  const from = performance.now();
  const { child, said, address } = launch(call);
  let gone = false;
  const exited = once(child, "exit").then(([code]) => {
    gone = true;
    return code as number | null;
  });
  let url: string | undefined;
  while (url === undefined) {
    url = address();
    const passed = performance.now() - from;
    if (call.killAfter !== undefined && passed >= call.killAfter && url === undefined) {
      child.kill("SIGKILL");
      await exited;
      return null;
    }
    if (gone) throw new Error(`The service ended before it was ready:\n${said()}`);
    if (passed > LONGEST_START) {
      child.kill("SIGKILL");
      throw new Error(`The service was not ready after ${LONGEST_START} ms:\n${said()}`);
    }
    if (url === undefined) await pause(20);
  }
  const stop = async () => {
    child.kill("SIGTERM");
    return exited;
  };
  const startedIn = performance.now() - from;
  // A later start knows the session of an earlier one: it is on disk before anything is asked.
  const cookie = cookieOf(await sessionIn(call.dataFolder));
  return {
    url,
    cookie,
    pid: child.pid!,
    ended: () => gone,
    exited,
    said,
    startedIn,
    ask: ask(url, call.dataFolder, cookie),
    stop,
  };
};
