import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterAll, describe, expect, it } from "vitest";

const script = join(import.meta.dirname, "start.mjs");
const data = mkdtempSync(join(tmpdir(), "concord-start-"));

const call = (...words: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], { encoding: "utf8" });
  return { status, said: stdout + stderr };
};

/** Starts the service as a person would, waits for the address on its last line, asks it, and presses Ctrl-C. */
const startAskAndStop = async () => {
  const child = spawn(process.execPath, [script, "--data", data, "--people", "80", "--seed", "9901"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const address = await new Promise<string>((resolve, reject) => {
    const hear = (bytes: Buffer) => {
      said += bytes.toString();
      const found = /^(http:\/\/127\.0\.0\.1:\d+\/)$/m.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", () => reject(new Error(said)));
  });
  const [, password] = / {2}pharmacist +(\S+)/.exec(said) ?? [];
  const signedIn = await fetch(`${address}api/sign-in/password`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ login: "pharmacist", password }),
  });
  const cookie = signedIn.headers.getSetCookie()[0]!.split(";", 1)[0]!;
  const practice = (await (await fetch(`${address}api/practice`, { headers: { cookie } })).json()) as {
    synthetic: boolean;
    people: number;
  };
  const ended = once(child, "exit");
  child.kill("SIGINT");
  const [code] = (await ended) as [number | null];
  return { said, practice, code };
};

afterAll(() => rmSync(data, { recursive: true, force: true }));

describe("npm start", () => {
  it("makes a practice, says where the pages are on its last line, answers, and ends with Ctrl-C; twice", async () => {
    const first = await startAskAndStop();
    expect(first).toMatchObject({ practice: { synthetic: true }, code: 0 });
    expect(first.practice.people).toBeGreaterThan(0);
    expect(first.said).toContain("to sign in with");
    const second = await startAskAndStop();
    expect(second).toMatchObject({ practice: first.practice, code: 0 });
    expect(second.said).not.toContain("making a synthetic practice");
  });

  it("helps, and refuses what it does not know", () => {
    expect(call("--help")).toMatchObject({ status: 0, said: expect.stringContaining("Usage: npm start") as string });
    expect(call("--peple", "3")).toMatchObject({ status: 2, said: expect.stringContaining("--peple") as string });
    expect(call("--people", "many")).toMatchObject({ status: 2, said: expect.stringContaining("many") as string });
  });
});
