import { execFile } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { root } from "./measure.ts";

const AUTOCANNON = join(root, "node_modules/autocannon/autocannon.js");

export interface Load {
  /** Milliseconds from a request to its whole answer. */
  readonly p50: number;
  readonly p99: number;
  readonly perSecond: number;
  readonly answers: number;
}

interface Told {
  readonly latency: { readonly p50: number; readonly p99: number };
  readonly requests: { readonly average: number; readonly total: number };
  readonly errors: number;
  readonly timeouts: number;
  readonly non2xx: number;
}

const bodyOf = (asked: object | undefined): readonly string[] =>
  asked === undefined ? [] : ["-m", "POST", "-H", "content-type=application/json", "-b", JSON.stringify(asked)];

/** So many users who ask again the moment they have their answer, as browsers ask; any answer but 2xx is a fault. */
export const loadOf = async (
  url: string,
  users: number,
  seconds: number,
  cookie = "",
  asked?: object,
): Promise<Load> => {
  const headers = ["-H", "accept-encoding=gzip, deflate, br", "-H", `cookie=${cookie}`];
  const args = ["-c", String(users), "-d", String(seconds), "-j", "-n", ...headers, ...bodyOf(asked), url];
  const { stdout } = await promisify(execFile)(process.execPath, [AUTOCANNON, ...args], { maxBuffer: 1 << 24 });
  const { latency, requests, errors, timeouts, non2xx } = JSON.parse(stdout) as Told;
  if (errors + timeouts + non2xx > 0) throw new Error(`${url}: ${errors + timeouts} errors, ${non2xx} refusals`);
  return { p50: latency.p50, p99: latency.p99, perSecond: requests.average, answers: requests.total };
};
