import process from "node:process";
import type { Config } from "../config.ts";
import { runService, type Running } from "./run-service.ts";

/** Runs the service; begins it anew, at the same address, where a restore has given it other records. */
export const stayRunning = async (config: Config, say: (line: string) => void): Promise<Running> => {
  let ended = false;
  let current: Running;
  let turn: Promise<void> = Promise.resolve();

  const beginAnew = async (): Promise<void> => {
    if (ended) return;
    await current.stop();
    const { port } = current;
    current = await runService({ ...config, port, empty: true }, () => {}, again);
    say("A backup was restored: the records are those of the backup now.");
  };
  const again = (): void => {
    turn = turn.then(beginAnew).catch((error: Error) => {
      say(`The backup is restored, but the service could not begin anew: ${error.message}. Start it again.`);
      process.exitCode = 1;
    });
  };

  current = await runService(config, say, again);
  return {
    address: current.address,
    port: current.port,
    readAgain: current.readAgain === null ? null : () => current.readAgain?.(),
    stop: async () => {
      ended = true;
      await turn;
      await current.stop();
    },
  };
};
