import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "../../../../e2e/browser.ts";
import { account, page as fixture, person } from "./page.fixture.ts";
import { writePage } from "./write-page.ts";

const folder = mkdtempSync(join(tmpdir(), "concord-page-"));
const written = join(folder, "register.html");
const address = pathToFileURL(written).href;

let browser: Browser;
beforeAll(async () => {
  writeFileSync(written, writePage(fixture, account, "0.1.0"));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Opened {
  readonly page: Page;
  /** Every address that the page asked for, and everything that went wrong in it. */
  readonly asked: string[];
  readonly faults: string[];
}

const open = async (hash = "", how: BrowserContextOptions = {}, url = address): Promise<Opened> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...how });
  const page = await context.newPage();
  const asked: string[] = [];
  const faults: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  await page.goto(url + hash);
  return { page, asked, faults };
};

const ids = (page: Page): Promise<string[]> => page.locator("#people tbody tr:visible th a").allTextContents();

describe("the register", () => {
  it("shows each person with dose, supply, duration and findings, and how the rows add up", async () => {
    const { page, faults } = await open();
    const ada = page.locator("tr", { hasText: "SYN-000101" });
    await expect(ada.locator("td").allTextContents()).resolves.toEqual([
      "84–108",
      "97",
      "",
      "morphine, buprenorphine, codeine",
      expect.stringContaining("21 Jul 2021"),
      expect.stringContaining("running"),
    ]);
    await expect(page.locator("tr", { hasText: "SYN-000104" }).innerText()).resolves.toContain("at least 60");
    await expect(page.locator("tr", { hasText: "SYN-000106" }).innerText()).resolves.toContain("not known");
    await expect(page.locator(".sum").innerText()).resolves.toBe(
      "Rows read 184,211 = used 171,903 + set aside 11,960 + refused 348",
    );
    await expect(page.locator("header").innerText()).resolves.toContain("Synthetic");
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it("opens every number of people to those people", async () => {
    const { page } = await open();
    for (const count of await page.locator("[data-show]").all()) {
      const says = await count.innerText();
      const isCard = (await count.evaluate((one) => one.tagName)) === "A";
      const number = Number(says.match(isCard ? /^\d+/ : /\d+$/)![0]);
      await count.click();
      await expect.poll(() => ids(page), { message: says }).toHaveLength(number);
      await page.evaluate("location.hash = ''");
      await page.waitForFunction("document.querySelector('#clear').hidden");
    }
    await page.context().close();
  });

  it("is found, filtered and sorted by keyboard alone", async () => {
    const { page } = await open();
    await page.keyboard.press("Tab");
    await expect(page.locator(":focus").innerText()).resolves.toBe("Skip to the register");
    await page.keyboard.press("Enter");
    await expect(page.locator(":focus").getAttribute("id")).resolves.toBe("register-name");

    await page.locator("#find").focus();
    await page.keyboard.type("fentanyl");
    await expect(ids(page)).resolves.toEqual(["SYN-000102"]);
    await expect(page.locator("#found").innerText()).resolves.toBe("Showing 1 of 12");
    await page.locator("#clear").focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => ids(page)).toHaveLength(12);

    await page.locator(".filter", { hasText: "running" }).focus();
    await page.keyboard.press("Space");
    await expect.poll(() => ids(page)).toEqual(["SYN-000101"]);
    await expect(page.locator(".filter[aria-pressed=true]").count()).resolves.toBe(1);
    await page.keyboard.press("Space");

    const heading = page.locator("th[data-sort=supplied]");
    await heading.locator("button").focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => heading.getAttribute("aria-sort")).toBe("descending");
    expect((await ids(page)).slice(0, 3)).toEqual(["SYN-000102", "SYN-000101", "SYN-000106"]);
    await page.keyboard.press("Enter");
    await expect.poll(() => heading.getAttribute("aria-sort")).toBe("ascending");
    expect((await ids(page))[0]).toBe("SYN-000110");
    await page.context().close();
  });

  it("can be read without a script", async () => {
    const { page } = await open("", { javaScriptEnabled: false });
    await expect(ids(page)).resolves.toHaveLength(12);
    await expect(page.locator(".needs-script").isVisible()).resolves.toBe(false);
    await page.context().close();
  });
});

describe("a person", () => {
  it("opens from the register and goes back to where it was", async () => {
    const { page } = await open("#find=syn-0001");
    await page.locator("#people a", { hasText: "SYN-000101" }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator("h1:visible").innerText()).toBe("SYN-000101");
    await expect(page.locator(":focus").innerText()).resolves.toBe("SYN-000101");
    await expect(page.title()).resolves.toContain("SYN-000101");
    await page.goBack();
    await expect.poll(() => page.locator("h1:visible").innerText()).toBe("People taking opioids");
    await expect(page.locator(":focus").innerText()).resolves.toBe("SYN-000101");
    await expect(page.locator("#find").inputValue()).resolves.toBe("syn-0001");
    await page.context().close();
  });

  it("shows the dose over time as a chart, and the same as a table", async () => {
    const { page, faults } = await open("#person=SYN-000101");
    const chart = page.locator("svg.dose-chart");
    await expect(chart.isVisible()).resolves.toBe(true);
    await expect(chart.locator(".band").getAttribute("d")).resolves.toMatch(/^M/);
    await expect(chart.locator(".mark-label").allTextContents()).resolves.toEqual(["90", "120"]);
    await page.getByText("Show the dose over time as a table").click();
    const cells = page.getByRole("region", { name: "Dose over time as a table" }).locator("tbody tr");
    await expect(cells.first().locator("th, td").allTextContents()).resolves.toEqual([
      "14 Jun 2026",
      "20 Nov 2026",
      "84–108",
      "97",
    ]);
    await expect(cells.count()).resolves.toBe(8);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it("says the dose on a day under the arrow keys", async () => {
    const { page } = await open("#person=SYN-000101");
    await page.locator("#chart-day").focus();
    await page.keyboard.press("Home");
    await expect(page.locator("#chart-says").innerText()).resolves.toBe(
      "21 Jul 2021: as directed 0–24, supplied 14 mg/day",
    );
    await page.keyboard.press("End");
    await expect(page.locator("#chart-says").innerText()).resolves.toContain("20 Nov 2026: as directed 84–108");
    await page.context().close();
  });

  it("shows the working, the rows behind a finding, and what could not be computed", async () => {
    const { page } = await open("#person=SYN-000101");
    await page.getByText("Show the working").click();
    await expect(page.locator("ol.working li").first().innerText()).resolves.toContain("2 × 30 mg × 1 = 60 mg");
    await page.getByText("Show the 2 rows and the source").click();
    const rows = page.locator(".findings details[open] li");
    await expect(rows.first().innerText()).resolves.toMatch(/9 Nov 2026.*Morphine 30mg.*ONE TWICE A DAY.*row 812/s);
    await expect(page.locator("section", { hasText: "Could not be computed" }).last().innerText()).resolves.toContain(
      "Oramorph",
    );
    await page.context().close();
  });

  it("says so where nobody has the number", async () => {
    const { page } = await open("#person=%3Cb%3Enobody");
    await expect(page.locator("h1:visible").innerText()).resolves.toBe("Nobody here has the number <b>nobody");
    await page.context().close();
  });

  it("keeps every label of the chart apart from every other", async () => {
    for (const width of [360, 800, 1280]) {
      const { page } = await open("#person=SYN-000101", { viewport: { width, height: 900 } });
      const boxes = await page.locator("svg.dose-chart text").evaluateAll((labels) =>
        labels.map((label) => {
          const { left, right, top, bottom } = label.getBoundingClientRect();
          return { says: label.textContent, left, right, top: top + 2, bottom: bottom - 2 };
        }),
      );
      const collisions = boxes.flatMap((a, i) =>
        boxes
          .slice(i + 1)
          .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
          .map((b) => `${a.says} / ${b.says}`),
      );
      expect(collisions, `at ${width}`).toEqual([]);
      await page.context().close();
    }
  });
});

describe("everyone can use it", () => {
  const views: readonly [string, string, BrowserContextOptions][] = [
    ["light", "", {}],
    ["dark", "", { colorScheme: "dark" }],
    ["phone", "", { viewport: { width: 390, height: 844 } }],
    ["person, light", "#person=SYN-000101", {}],
    ["person, dark", "#person=SYN-000101", { colorScheme: "dark" }],
    ["person, phone", "#person=SYN-000101", { viewport: { width: 360, height: 800 } }],
    ["person, forced colours", "#person=SYN-000101", { forcedColors: "active" }],
  ];
  it.each(views)("axe finds nothing: %s", async (_, hash, how) => {
    const { page } = await open(hash, how);
    await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })");
    const found = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
      .analyze();
    expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await page.context().close();
  });

  it.each([
    ["", 320],
    ["", 800],
    ["", 900],
    ["", 1060],
    ["#person=SYN-000101", 320],
    ["#person=SYN-000101", 800],
  ] as const)("nothing is wider than the screen: %s at %d", async (hash, width) => {
    const { page } = await open(hash, { viewport: { width, height: 800 } });
    await expect(page.evaluate("document.documentElement.scrollWidth")).resolves.toBeLessThanOrEqual(width);
    await page.context().close();
  });
});

describe("nothing gets in or out", () => {
  it("asks for no address but its own", async () => {
    const { page, asked } = await open();
    await page.locator("#people a").first().click();
    await page.goBack();
    await page.waitForTimeout(200);
    expect([...new Set(asked.map((one) => one.replace(/#.*/, "")))]).toEqual([address]);
    await page.context().close();
  });

  it("forbids itself to ask for more", async () => {
    const { page } = await open();
    await expect(page.evaluate("fetch('https://example.org').then(() => 'let out', () => 'kept in')")).resolves.toBe(
      "kept in",
    );
    await page.context().close();
  });

  it("shows hostile texts as what they are", async () => {
    const nasty = `</script><script>window.hit=1</script><img src=x onerror="window.hit=1">\u2028'"&`;
    const hostile = {
      ...fixture,
      texts: fixture.texts.map(() => nasty),
      people: [
        person({
          ...fixture.people[1]!,
          id: nasty,
          medicines: [nasty],
          findings: [{ code: nasty, says: nasty, source: nasty, rows: [0] }],
          notComputed: [{ product: nasty, says: nasty }],
          working: [{ says: nasty, source: nasty }],
          companions: [{ name: nasty, class: "naloxone", days: [20000, 20400] }],
        }),
      ],
    };
    const file = join(folder, "hostile.html");
    writeFileSync(file, writePage(hostile, { ...account, files: [{ ...account.files[0]!, file: nasty }] }, "0.1.0"));
    const { page, faults } = await open("", {}, pathToFileURL(file).href);
    await page.locator("#people a").click();
    await expect.poll(() => page.locator("h1:visible").textContent()).toBe(nasty);
    await page.goBack();
    await page.locator(".filter").first().click();
    await expect.poll(() => page.locator("#found").textContent()).toBe("Showing all 1");
    await expect(page.evaluate("window.hit")).resolves.toBeUndefined();
    await expect(page.locator("main img").count()).resolves.toBe(0);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
