import process from "node:process";
import type { FuzzedReader } from "./reader.ts";

/** Longer than this for one input is a hang to whoever waits. Of the processor: a busy machine makes nobody guilty. */
const MOST_SECONDS = 1;

/** What is wrong with how one input was read; null where nothing is. */
export const tryInput = async ({ problem }: FuzzedReader, input: Buffer): Promise<string | null> => {
  const before = process.threadCpuUsage();
  let found: string | null;
  try {
    found = await problem(input);
  } catch (error) {
    found = `threw ${String((error as Error).stack ?? error)}`;
  }
  const { user, system } = process.threadCpuUsage(before);
  const seconds = (user + system) / 1e6;
  return found ?? (seconds > MOST_SECONDS ? `took ${seconds.toFixed(1)} s of the processor` : null);
};
