import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { root, workFolder } from "./measure.ts";

/** Measures against a server of the same framework that answers this text as JSON, and does nothing else. */
export const besideBareJson = async <T>(answer: string, measured: (url: string) => Promise<T>): Promise<T> => {
  mkdirSync(workFolder, { recursive: true });
  const file = join(workFolder, `bare-answer-${process.pid}.json`);
  writeFileSync(file, answer);
  const child = spawn(process.execPath, [join(root, "bench/bare-json-server.ts"), file], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const [line] = (await once(child.stdout, "data")) as [Buffer];
    return await measured(line.toString("utf8").trim());
  } finally {
    child.kill("SIGTERM");
    await once(child, "exit");
  }
};
