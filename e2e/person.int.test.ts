import type { Person, RegisterPage } from "@concord/exchange/api";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { problemOfText, seenTexts, wordsIn } from "../packages/web/src/i18n/seen-texts.fixture.ts";
import { axeFinds, keepScreen, openService, PHONE, tooWide, type OpenService } from "./service/open-service.ts";

vi.setConfig({ testTimeout: 120_000 });
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 30_000 });

let service: OpenService;
let rows: RegisterPage["rows"];
beforeAll(async () => {
  service = await openService(900);
  ({ rows } = await service.get<RegisterPage>("/api/register?size=500"));
});
afterAll(() => service?.stop());

type Row = RegisterPage["rows"][number];
const personWith = (fits: (row: Row) => boolean): Row => {
  const found = rows.find(fits);
  if (found === undefined) throw new Error("Nobody of the synthetic practice is like this: choose another seed.");
  return found;
};
const has = (code: string) => (row: Row) => row.findings.some((one) => one.code === code);

/** People who differ in what their page has to show. */
const KINDS: readonly { readonly name: string; readonly who: () => Row }[] = [
  { name: "the highest dose", who: () => rows[0]! },
  { name: "maintenance treatment", who: () => personWith(has("maintenance-treatment")) },
  { name: "recorded elsewhere only", who: () => personWith(has("recorded-elsewhere-only")) },
  { name: "a gabapentinoid beside it", who: () => personWith(has("opioid-with-gabapentinoid")) },
  { name: "a dose that cannot be read", who: () => personWith(({ notReadable }) => notReadable) },
  { name: "no opioid now", who: () => personWith(({ directed, atLeast }) => directed.max === 0 && !atLeast) },
];

const SUMMARIES = ".person details > summary";
const openEverything = async (page: Page): Promise<void> => {
  for (const summary of await page.locator(SUMMARIES).all()) await summary.click();
  await page.locator(".loading").first().waitFor({ state: "detached" });
  await page.locator(".issues tbody tr").first().waitFor();
};

const opened = async (path: string, how: BrowserContextOptions = {}) => {
  const window = await service.window(path, how);
  await window.page.locator(".person").waitFor();
  return window;
};

describe("a person's page", () => {
  it.each(KINDS)(
    "$name: clean by axe, wide, narrow with everything open, dark and in forced colours",
    async ({ name, who }) => {
      const looks = [
        { look: "light", how: {}, open: false },
        { look: "dark", how: { viewport: PHONE, colorScheme: "dark" }, open: true },
        { look: "forced", how: { forcedColors: "active" }, open: false },
      ] as const;
      for (const { look, how, open } of looks) {
        const { page, faults, close } = await opened(`/people/${who().key}`, how);
        if (open) await openEverything(page);
        expect(await axeFinds(page)).toEqual([]);
        expect(await tooWide(page)).toBeLessThanOrEqual(0);
        expect(faults).toEqual([]);
        await keepScreen(page, `person-${name.replaceAll(" ", "-")}-${look}`);
        await close();
      }
    },
  );

  it.each(KINDS)("$name: fits on one sheet of A4", async ({ who }) => {
    for (const viewport of [undefined, PHONE]) {
      const { page, close } = await opened(`/people/${who().key}`, viewport === undefined ? {} : { viewport });
      await page.locator(".dose-chart, .over-time-card .empty").first().waitFor();
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
      expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
      const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf)!;
      expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
      await close();
    }
  });

  it("has words from the catalogue or the records alone, and no sentence is glued", async () => {
    for (const { who } of KINDS) {
      const { page, answers, close } = await service.window("/practice");
      await page.route(/\/people\//, async (route) => {
        if (route.request().resourceType() !== "document") return route.fallback();
        const answer = await route.fetch();
        return route.fulfill({ response: answer, body: (await answer.text()).replace('lang="en-GB"', 'lang="en-XA"') });
      });
      await page.goto(`${service.address}/people/${who().key}`);
      await page.locator(".person").waitFor();
      await openEverything(page);
      const data = wordsIn([...(await answers()), who().person]);
      expect((await seenTexts(page)).flatMap((seen) => problemOfText(seen, data) ?? [])).toEqual([]);
      await close();
    }
  });

  it("never says that someone takes no opioid who has maintenance treatment or is supplied elsewhere", async () => {
    const maintained = await opened(`/people/${personWith(has("maintenance-treatment")).key}`);
    await expect(maintained.page.locator(".dose-now").innerText()).resolves.toContain("(maintenance treatment)");
    await maintained.close();
    const elsewhere = await opened(`/people/${personWith(has("recorded-elsewhere-only")).key}`);
    const says = await elsewhere.page.locator(".dose-now").innerText();
    expect(says).toContain("As directed\nnot known");
    expect(says).toContain("(recorded elsewhere)");
    await elsewhere.close();
  });

  it("is read by keyboard alone: any day of the chart, from change to change, with the working of that day", async () => {
    const { key } = rows[0]!;
    const { timeline, asOf } = await service.get<Person>(`/api/people/${key}`);
    const { page, faults, close } = await opened(`/people/${key}`);
    const slider = page.getByRole("slider", { name: "Read the dose on a day" });
    await slider.focus();
    expect(await slider.getAttribute("aria-valuetext")).toMatch(/^20 Nov 2026: .+ as directed, .+ as supplied$/);
    await page.keyboard.press("ArrowLeft");
    await eventually(() => slider.getAttribute("aria-valuetext")).toMatch(/^19 Nov 2026: /);
    await page.keyboard.press("Home");
    await page.getByRole("button", { name: "To the change after" }).focus();
    await page.keyboard.press("Enter");
    const changes = new Set(timeline.map(({ from }) => from));
    const shown = page.locator(".reading-day");
    const iso = async (): Promise<string> => {
      const date = new Date(`${await shown.innerText()} UTC`);
      return date.toISOString().slice(0, 10);
    };
    await eventually(iso).not.toBe(asOf);
    expect(changes).toContain(await iso());
    const day = await shown.innerText();
    await page.getByRole("button", { name: `Show the working of ${day}` }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: `Working of ${day}` }).waitFor();
    await eventually(() => page.locator(".working-of-day .working").last().innerText()).toContain("÷ 90 =");
    expect(await axeFinds(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  it("has the dose first for a screen reader, and every value of the chart in its table", async () => {
    const { key } = rows[0]!;
    const { timeline, directed } = await service.get<Person>(`/api/people/${key}`);
    const { page, close } = await opened(`/people/${key}`);
    const headings = await page.locator("main h1, main h2").allInnerTexts();
    expect(headings.slice(0, 4).map((text) => text.replace(/ on .*/, ""))).toEqual([
      rows[0]!.person,
      "Dose",
      "Dose over time",
      "Worth a look",
    ]);
    await page.getByText("Show the dose as a table").click();
    const table = page.getByRole("region", { name: /^Dose over time/ }).locator("tbody tr");
    const first = await table.first().innerText();
    expect(first).toContain(`20 Nov 2026`);
    expect(first).toContain(String(directed.max));
    expect(await table.count()).toBeLessThanOrEqual(timeline.length + 1);
    expect(await table.count()).toBeGreaterThan(1);
    await close();
  });

  it("shows the rows behind a finding as they stand in the records, and every issue when asked", async () => {
    const { key } = personWith(has("opioid-with-gabapentinoid"));
    const { findings } = await service.get<Person>(`/api/people/${key}`);
    const finding = findings.find(({ code }) => code === "opioid-with-gabapentinoid")!;
    const { page, close } = await opened(`/people/${key}`);
    const one = page.locator(".findings > li", { hasText: "Together they slow breathing." });
    await one.locator("summary").click();
    const evidence = one.locator(".evidence li");
    await eventually(() => evidence.count()).toBe(Math.min(8, finding.rows.length));
    await eventually(() => evidence.locator("q").count()).toBe(await evidence.count());
    await expect(evidence.first().innerText()).resolves.toContain(`row ${finding.rows[0]!.row}`);
    const { issues } = await service.get<{ issues: unknown[] }>(`/api/people/${key}/issues`);
    await page.getByText("Show every issue").click();
    await eventually(() => page.locator(".issues tbody tr").count()).toBe(issues.length);
    await close();
  });

  it("leads on to the next person of the same list, and back to it", async () => {
    const list = await service.get<RegisterPage>("/api/register?sort=directed&order=down&finding=long-term-use");
    const [first, second] = list.rows.map(({ person }) => person) as [string, string];
    const { page, faults, close } = await service.window("/register?finding=long-term-use");
    await page.getByRole("link", { name: first, exact: true }).click();
    await eventually(() => page.locator("h1").innerText()).toBe(first);
    await page.getByRole("link", { name: "Next person" }).click();
    await eventually(() => page.locator("h1").innerText()).toBe(second);
    await eventually(() => page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    await page.getByRole("link", { name: "Previous person" }).click();
    await eventually(() => page.locator("h1").innerText()).toBe(first);
    await page.getByRole("link", { name: "To the register" }).click();
    await eventually(() => page.locator(".applied").innerText()).toContain("3 months or longer");
    expect(faults).toEqual([]);
    await close();
  });
});

describe("what can go wrong", () => {
  it.each([
    ["nobody has this key", "00000000-0000-4000-8000-000000000000", 1],
    ["a reference in an address is no key, and is not sent on", "NOBODY-1", 0],
  ])("%s", async (_, who, asked) => {
    const { page, addresses, close } = await service.window(`/people/${who}`);
    await page.getByRole("heading", { name: "Nobody is known by this address" }).waitFor();
    expect(await axeFinds(page)).toEqual([]);
    expect(addresses.filter((one) => one.includes("/api/people/"))).toHaveLength(asked);
    await close();
  });

  it("an answer takes long, or fails, and is asked for again", async () => {
    const { key } = rows[0]!;
    const { page, close } = await service.window("/practice");
    let failing = true;
    await page.route("**/api/people/**", async (route) => {
      if (!failing) return route.continue();
      await new Promise((later) => setTimeout(later, 700));
      const body = { type: "about:blank", title: "A fault", status: 500, code: "fault", detail: "A fault." };
      return route.fulfill({ status: 500, contentType: "application/problem+json", body: JSON.stringify(body) });
    });
    await page.goto(`${service.address}/people/${key}`);
    await page.locator("main .loading").waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await page.locator(".problem-card").waitFor();
    expect(await axeFinds(page)).toEqual([]);
    failing = false;
    await page.getByRole("button", { name: "Try again" }).click();
    await page.locator(".person").waitFor();
    await close();
  });

  it("the service goes away while the page is read: what is there stays, and what is asked for says so", async () => {
    const { page, close } = await opened(`/people/${rows[0]!.key}`);
    await page.route("**/api/**", (route) => route.abort());
    await page.getByText("Show the working", { exact: true }).click();
    await page.locator(".banner").waitFor();
    await page.locator(".dose-now .problem-card").waitFor();
    await expect(page.locator(".figure").first().innerText()).resolves.toMatch(/mg a day/);
    expect(await axeFinds(page)).toEqual([]);
    await page.unroute("**/api/**");
    await page.locator(".banner").waitFor({ state: "detached" });
    await page.locator(".dose-now .working").first().waitFor();
    await close();
  });
});
