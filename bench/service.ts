import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startService, type RunningService } from "../e2e/durability/running-service.ts";
import { besideBareJson } from "./bare-json.ts";
import type { Benchmark, Figure, Sizes } from "./benchmark.ts";
import { firstPage } from "./first-page.ts";
import { loadOf, type Load } from "./load.ts";

const USERS = 50;
const WARM_UP_SECONDS = 3;
const SECONDS = 10;

/** What people look at: the page that opens, a finding sorted by dose, and a search. */
const LOOKS: readonly (readonly [string, object])[] = [
  ["first page", { size: 50 }],
  ["one finding, by supply", { finding: ["long-term-use"], sort: "supplied", order: "down", size: 50 }],
  ["search", { search: "SYN-0012", size: 50 }],
];

const bareLoad = (answer: string): Promise<Load> =>
  besideBareJson(answer, async (url) => {
    await loadOf(url, USERS, WARM_UP_SECONDS);
    return loadOf(url, USERS, SECONDS);
  });

const looks = async ({ url, cookie }: RunningService): Promise<readonly Figure[]> => {
  const figures: Figure[] = [];
  const register = `${url}/api/register`;
  for (const [what, asked] of LOOKS) {
    const how = {
      method: "POST",
      headers: { cookie, "content-type": "application/json" },
      body: JSON.stringify(asked),
    };
    const answer = await (await fetch(register, how)).text();
    const { total } = JSON.parse(answer) as { total: number };
    await loadOf(register, USERS, WARM_UP_SECONDS, cookie, asked);
    const load = await loadOf(register, USERS, SECONDS, cookie, asked);
    const bare = await bareLoad(answer);
    figures.push({
      what: `register over HTTP, ${what}, 99th percentile of ${USERS} users`,
      measured: load.p99,
      unit: "ms",
      target: 300,
      better: "less",
      detail: `${(load.p99 / bare.p99).toFixed(1)} times a bare JSON answer of the same ${(answer.length / 1000).toFixed(0)} kB (${bare.p99} ms, ${bare.perSecond.toFixed(0)} a second); half within ${load.p50} ms, ${load.perSecond.toFixed(0)} a second; ${total} people found`,
    });
  }
  return figures;
};

const seconds = (what: string, measured: number, target: number, detail: string): Figure => ({
  what,
  measured,
  unit: "seconds",
  target,
  better: "less",
  detail,
});

const importFigure = async ({ ask }: RunningService): Promise<Figure> => {
  const { imports } = (await ask("GET", "/api/imports")).body as {
    imports: readonly { startedAt: string; finishedAt: string; rowsRead: number; state: string }[];
  };
  const { startedAt, finishedAt, rowsRead, state } = imports[0]!;
  const took = (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000;
  const detail = `${rowsRead.toLocaleString("en-GB")} rows, ${Math.round(rowsRead / took).toLocaleString("en-GB")} a second; its register is built (${state})`;
  return seconds("import of the practice, with its register", took, 60, detail);
};

/** A request as a browser's first: the page itself, then what it asks of the service. */
const firstContent = async ({ url, cookie }: RunningService): Promise<Figure> => {
  const from = performance.now();
  await (await fetch(`${url}/`)).text();
  await Promise.all(
    ["/api/practice", "/api/register"].map(async (path) =>
      (await fetch(`${url}${path}`, { headers: { cookie } })).text(),
    ),
  );
  const took = (performance.now() - from) / 1000;
  return seconds("page and first answers, the very first time", took, 1, "without a browser's own work");
};

const bundle = (): readonly Figure[] => {
  const page = firstPage();
  if (page === null) throw new Error("the pages are not built: npm start builds them");
  const { scriptBytes, styleBytes, scripts } = page;
  return [
    {
      what: "scripts of the first page",
      measured: scriptBytes / 1000,
      unit: "kB gzipped",
      target: 200,
      better: "less",
      detail: `${scripts} files; styles beside them ${(styleBytes / 1000).toFixed(0)} kB`,
    },
  ];
};

const running = async ({ people }: Sizes, dataFolder: string): Promise<readonly Figure[]> => {
  const call = { dataFolder, port: 0, words: ["--people", String(people), "--seed", "1"] };
  const cold = (await startService(call))!;
  const imported = await importFigure(cold);
  await cold.stop();
  const warm = (await startService(call))!;
  try {
    const count = people.toLocaleString("en-GB");
    return [
      seconds(
        `start with a practice of ${count}, the first time`,
        cold.startedIn / 1000,
        60,
        "made, imported, listening",
      ),
      imported,
      seconds("start, the next time", warm.startedIn / 1000, 5, "database and service, listening"),
      await firstContent(warm),
      ...(await looks(warm)),
    ];
  } finally {
    await warm.stop();
  }
};

/** The service as `npm start` has it, on a fresh data folder: starts, import, the register under load, the pages' size. */
export const service: Benchmark = {
  name: "service",
  run: async (sizes) => {
    const folder = mkdtempSync(join(tmpdir(), "concord-bench-"));
    chmodSync(folder, 0o755);
    try {
      return [...(await running(sizes, join(folder, "data"))), ...bundle()];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
