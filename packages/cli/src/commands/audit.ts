import { existsSync, readFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { join } from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";
import { proveLog, readAnchors } from "@concord/exchange/audit";
import { logEnd, logEntry, type Anchor, type LogEntry, type LogHead, type LogProof } from "@concord/exchange/api";
import { NothingRead, WrongCall, type Call, type Command } from "../calling/command.ts";
import { askService, refusal, SERVICE_URL, ServiceAway } from "../service/ask-service.ts";
import { serviceHere } from "../service/key-of-service.ts";
import { sayBreak } from "../words/say-break.ts";
import { sayCount } from "../words/say-dose.ts";

const AT_ONCE = 1_000;

const headGiven = (text: string | null): LogHead | null => {
  if (text === null) return null;
  const [, number, hash] = /^(\d{1,15}):([0-9a-f]{64})$/i.exec(text) ?? [];
  if (hash === undefined)
    throw new WrongCall(`--since ${text} is no end of a log.`, "Give it as this command prints it: NUMBER:HASH.");
  return { number: Number(number), hash: hash.toLowerCase() };
};

interface WrittenDown {
  readonly path: string;
  readonly ends: readonly Anchor[];
}

/** What the service wrote down beside its database. Read before the log, so that the log is the later of the two. */
const writtenDown = (url: string): WrittenDown | null => {
  const here = URL.canParse(url) ? serviceHere(new URL(url)) : null;
  if (here === null) return null;
  const path = join(here.dataFolder, "audit-anchors.ndjson");
  return { path, ends: existsSync(path) ? readAnchors(readFileSync(path, "utf8")) : [] };
};

const ask = async (url: string): Promise<IncomingMessage> => {
  try {
    const answer = await askService({ url, method: "GET", path: "/api/audit-log/entries" });
    if (answer.statusCode === 200) return answer;
    const { message, advice } = await refusal(answer);
    throw new NothingRead([message, advice ?? ""].join("\n"));
  } catch (error) {
    if (error instanceof ServiceAway) throw new NothingRead([error.message, error.advice ?? ""].join("\n"));
    throw error;
  }
};

const cutShort = (): NothingRead => new NothingRead("The log did not come whole. Ask again.");

/** The entries of an answer, and, once they are read, the end of the chain that the database keeps. */
const readLog = (answer: IncomingMessage) => {
  let end: LogHead | null = null;
  async function* entries(): AsyncGenerator<readonly LogEntry[]> {
    let some: LogEntry[] = [];
    try {
      for await (const line of createInterface({ input: answer, crlfDelay: Infinity })) {
        const read = JSON.parse(line) as unknown;
        const last = logEnd.safeParse(read);
        if (last.success) end = { number: last.data.number, hash: last.data.hash };
        else some.push(logEntry.parse(read));
        if (some.length < AT_ONCE) continue;
        yield some;
        some = [];
      }
    } catch {
      throw cutShort();
    }
    if (end === null) throw cutShort();
    yield some;
  }
  return { entries: entries(), end: () => end };
};

const sayWhole = ({ entries, head, compared }: LogProof): string =>
  head === null
    ? "The log has no entry yet.\n"
    : `The log is whole: ${sayCount(entries)} entries, the last of ${head.at}.\n` +
      `It agrees with ${sayCount(compared)} ends that were written down.\n` +
      `To compare a later log with this one, keep this line: --since ${head.number}:${head.hash}\n`;

const say = (proof: LogProof, written: WrittenDown | null, whole: boolean): string => {
  if (whole) return sayWhole(proof);
  const found = proof.breaks.map((one) => `  ${sayBreak(one)}\n`);
  const lost =
    proof.compared > 0 ? "" : `  Nothing of this log is written down in ${written?.path ?? "this machine"}.\n`;
  return `The log is not whole.\n${found.join("")}${lost}`;
};

const verify = async (call: Call): Promise<0 | 1> => {
  const url = call.text("url") ?? SERVICE_URL;
  const since = headGiven(call.text("since"));
  const written = writtenDown(url);
  const log = readLog(await ask(url));
  const ends = written?.ends ?? [];
  const proof = await proveLog(log.entries, since === null ? ends : [...ends, since], log.end);
  // A service writes an end down when it starts: a log of which none is there has lost them.
  const whole = proof.whole && proof.compared > 0;
  process.stdout.write(call.flag("json") ? `${JSON.stringify({ ...proof, whole })}\n` : say(proof, written, whole));
  return whole ? 0 : 1;
};

export const audit: Command = {
  name: "audit",
  summary: "whether the log of the running service is whole: nothing changed, removed, put in or moved",
  usage: "verify [--url URL] [--since NUMBER:HASH] [--json]",
  about: [
    "Every hash is reckoned here, from the first entry to the last; the service's word is not taken for it. The end is compared with what the service wrote down beside its database, and with --since.",
    "Exit code 0: whole. 1: not whole, with each entry and what was found there. 3: the service cannot be asked.",
  ],
  options: {
    url: { type: "string", value: "URL", says: `where the service answers; ${SERVICE_URL} if not given` },
    since: { type: "string", value: "NUMBER:HASH", says: "an end of the log that somebody kept elsewhere" },
    json: { type: "boolean", says: "one JSON object" },
  },
  takes: { least: 1, most: 1, called: "verify" },
  examples: [{ says: "The log of the service on this machine", call: "concord audit verify" }],
  run: async (call) => {
    if (call.given[0] !== "verify")
      throw new WrongCall(`"concord audit" knows no "${call.given[0]!}".`, "Usage: concord audit verify");
    return verify(call);
  },
};
