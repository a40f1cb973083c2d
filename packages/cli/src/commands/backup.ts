import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import process from "node:process";
import { pipeline } from "node:stream/promises";
import { checkBackup, UnusableBackup } from "@concord/exchange";
import { WrongCall, type Command } from "../calling/command.ts";
import { askService, refusal, SERVICE_URL } from "../service/ask-service.ts";
import { sayCount } from "../words/say-dose.ts";

const isFileFault = (error: unknown): error is Error => error instanceof Error && "code" in error && "syscall" in error;

/** The error as a person would say it. */
const said = (error: unknown, path: string): unknown => {
  if (error instanceof UnusableBackup) return new WrongCall(`The backup did not come whole: ${error.message}`, null);
  if (isFileFault(error) && "path" in error) return new WrongCall(`${path} cannot be written: ${error.message}.`);
  if (error instanceof Error && "code" in error)
    return new WrongCall("The service ended before the backup did.", "Start it again, and take the backup again.");
  return error;
};

export const backup: Command = {
  name: "backup",
  summary: "all records of the running service, as of one moment, into one file",
  usage: "FILE [--url URL]",
  about: [
    "The service goes on working meanwhile. The file is there whole or not at all: it is read back and compared with what the service wrote before it gets its name.",
    "It holds people's records as plain text, packed with gzip, and is readable by your account alone. Keep it where records may be kept.",
  ],
  options: {
    url: { type: "string", value: "URL", says: `where the service answers; ${SERVICE_URL} if not given` },
  },
  takes: { least: 1, most: 1, called: "a file to write" },
  examples: [{ says: "A backup with its day in the name", call: "concord backup concord-$(date +%F).backup" }],
  run: async (call) => {
    const path = call.given[0]!;
    const url = call.text("url") ?? SERVICE_URL;
    const part = `${path}.part-${process.pid}`;
    const answer = await askService({ url, method: "GET", path: "/api/backup" });
    if (answer.statusCode !== 200) throw await refusal(answer);
    try {
      await pipeline(answer, createWriteStream(part, { mode: 0o600, flush: true }));
      const { end, rows } = await checkBackup(part);
      await rename(part, path);
      process.stderr.write(`${path}: ${sayCount(end.rows)} rows of ${rows.size} tables, read back and whole.\n`);
      return 0;
    } catch (error) {
      throw said(error, path);
    } finally {
      await rm(part, { force: true });
    }
  },
};
