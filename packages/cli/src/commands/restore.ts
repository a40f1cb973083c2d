import { createReadStream } from "node:fs";
import process from "node:process";
import { checkBackup, UnusableBackup } from "@concord/exchange";
import { NothingRead, WrongCall, type Command } from "../calling/command.ts";
import { askService, refusal, SERVICE_URL, textOf } from "../service/ask-service.ts";
import { sayCount } from "../words/say-dose.ts";

/** A backup that cannot be used is refused here, before the service is asked for anything. */
const check = async (path: string): Promise<void> => {
  try {
    await checkBackup(path);
  } catch (error) {
    if (error instanceof UnusableBackup) throw new NothingRead(`${path}: ${error.message}`);
    if (error instanceof Error && "syscall" in error) throw new WrongCall(`${path} cannot be read: ${error.message}.`);
    throw error;
  }
};

export const restore: Command = {
  name: "restore",
  summary: "bring a backup into a running service that has no records yet",
  usage: "FILE [--url URL]",
  about: [
    "The service has to be empty: start it with an empty data folder. Records come back whole or not at all, and every table is compared with the backup, by count and digest, before it is kept.",
  ],
  options: {
    url: { type: "string", value: "URL", says: `where the service answers; ${SERVICE_URL} if not given` },
  },
  takes: { least: 1, most: 1, called: "a backup" },
  examples: [{ says: "Into a service that was just started", call: "concord restore concord-2026-11-20.backup" }],
  run: async (call) => {
    const path = call.given[0]!;
    const url = call.text("url") ?? SERVICE_URL;
    await check(path);
    const body = { type: "application/gzip", bytes: createReadStream(path) };
    const answer = await askService({ url, method: "POST", path: "/api/restore", body });
    if (answer.statusCode !== 200) throw await refusal(answer);
    const { takenAt, rows, tables } = JSON.parse(await textOf(answer)) as {
      readonly takenAt: string;
      readonly rows: number;
      readonly tables: number;
    };
    process.stderr.write(
      `Restored as of ${takenAt}: ${sayCount(rows)} rows of ${tables} tables, each compared with the backup.\n`,
    );
    return 0;
  },
};
