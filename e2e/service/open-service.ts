import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as pause } from "node:timers/promises";
import { AxeBuilder } from "@axe-core/playwright";
import type { PersonFound, Role } from "@concord/exchange/api";
import type { BrowserContextOptions, Page } from "playwright-core";
import { openBrowser } from "../browser.ts";
import { ensurePages } from "./pages.ts";
import { cookieOf, SESSION_COOKIE, sessionIn } from "./sign-in.ts";

const ROOT = join(import.meta.dirname, "../..");
const SCREENS = join(ROOT, "out/screens/service");

export const DESKTOP = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };

export interface Window {
  readonly page: Page;
  /** What went wrong in the page, and every request that left this machine. */
  readonly faults: string[];
  /** Every address that was asked for, and every one that a page had. */
  readonly addresses: string[];
  /** The text of every answer of the service so far. */
  readonly answers: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/** As whom the window is signed in; everyone who works for the practice, in one, where nothing is said. */
export type WindowOptions = BrowserContextOptions & { readonly roles?: readonly Role[] | "nobody" };

export interface OpenService {
  readonly address: string;
  /** A window of a person of its own: nothing is shared with another window. */
  readonly window: (path: string, how?: WindowOptions) => Promise<Window>;
  readonly get: <T>(path: string) => Promise<T>;
  /** Reads by POST: what is asked stands in a body. */
  readonly ask: <T>(path: string, asked: object) => Promise<T>;
  /** How addresses name the person of this reference. */
  readonly keyOf: (reference: string) => Promise<string>;
  /** Where it keeps its records, and the accounts to try it with. */
  readonly folder: string;
  readonly stop: () => Promise<void>;
}

const LONGEST_START = 100_000;

const startService = async (dataFolder: string, people: number) => {
  const main = join(ROOT, "packages/server/src/main.ts");
  const words = ["--port", "0", "--data", dataFolder, "--people", String(people), "--seed", "1"];
  const { DATABASE_URL: _, ...env } = process.env;
  const child = spawn(process.execPath, [main, ...words], { stdio: ["ignore", "pipe", "pipe"], env });
  const exited = once(child, "exit");
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  for (const until = Date.now() + LONGEST_START; !out.includes("\n"); await pause(50)) {
    if (child.exitCode === null && Date.now() < until) continue;
    child.kill("SIGTERM");
    throw new Error(`The service did not start:\n${err}`);
  }
  const stop = async (): Promise<void> => {
    child.kill("SIGTERM");
    await exited;
  };
  return { address: out.trim().replace(/\/$/, ""), stop };
};

/** The service as people have it: its own process, an embedded database, the built pages, a small synthetic practice. */
export const openService = async (people = 400): Promise<OpenService> => {
  await ensurePages();
  const folder = mkdtempSync(join(tmpdir(), "concord-e2e-"));
  chmodSync(folder, 0o755);
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const started = await startService(folder, people).catch((error: unknown) => {
    remove();
    throw error;
  });
  const { address } = started;
  const browser = await openBrowser();
  const cookie = cookieOf(await sessionIn(folder));
  const window = async (path: string, { roles, ...how }: WindowOptions = {}): Promise<Window> => {
    const context = await browser.newContext({
      viewport: DESKTOP,
      locale: "en-GB",
      timezoneId: "Europe/London",
      ...how,
    });
    if (roles !== "nobody")
      await context.addCookies([{ name: SESSION_COOKIE, value: await sessionIn(folder, roles), url: address }]);
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const faults: string[] = [];
    const addresses: string[] = [];
    const answers: Promise<string>[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => {
      // A request that is refused is written to the console by the browser itself.
      const own = message.text().startsWith("Failed to load resource");
      if (message.type() === "error" && !own) faults.push(message.text());
    });
    context.on("request", (request) => {
      addresses.push(request.url());
      // Passkeys need a name; this machine has the one.
      const own = [`${address}/`, `${address.replace("127.0.0.1", "localhost")}/`, "blob:"];
      if (!own.some((start) => request.url().startsWith(start))) faults.push(`asked ${request.url()}`);
    });
    page.on("framenavigated", (frame) => addresses.push(frame.url()));
    page.on("response", (response) => {
      if (response.url().includes("/api/")) answers.push(response.text().catch(() => ""));
    });
    await page.goto(address + path);
    return { page, faults, addresses, answers: async () => Promise.all(answers), close: async () => context.close() };
  };
  const ask = async <T>(path: string, asked: object): Promise<T> => {
    const headers = { cookie, "content-type": "application/json" };
    const answer = await fetch(address + path, { method: "POST", headers, body: JSON.stringify(asked) });
    return (await answer.json()) as T;
  };
  return {
    address,
    folder,
    window,
    ask,
    keyOf: async (reference) => (await ask<PersonFound>("/api/people/find", { reference })).key,
    get: async <T>(path: string): Promise<T> =>
      (await fetch(address + path, { headers: { cookie } })).json() as Promise<T>,
    stop: async () => {
      await browser.close();
      await started.stop();
      remove();
    },
  };
};

/** What axe finds against WCAG 2.2 AA and its good practice, each with its place. */
export const axeFinds = async (page: Page): Promise<readonly string[]> => {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} ${failureSummary ?? ""}`),
  );
};

/** A picture of the whole page, kept for review. */
export const keepScreen = async (page: Page, name: string): Promise<void> => {
  mkdirSync(SCREENS, { recursive: true });
  await page.screenshot({ path: join(SCREENS, `${name}.png`), fullPage: true });
};

/** By how much a page is wider than its window. */
export const tooWide = async (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
