import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openPages } from "./fixtures/open-pages.fixture.ts";

let pages: Awaited<ReturnType<typeof openPages>>;
beforeAll(async () => {
  pages = await openPages("production");
});
afterEach(() => pages.server.reset());
afterAll(async () => pages?.stop());

const people = async (page: Page): Promise<string[]> => page.locator(".people tbody th a").allTextContents();
const found = (page: Page) => page.locator(".found");
const PHONE = { viewport: { width: 390, height: 844 } };

describe("the register", () => {
  it("keeps its state in the address: filters, order and page come back with the back button and in another tab", async () => {
    const { page, faults, close } = await pages.open("/register");
    await page.getByRole("button", { name: /^90 mg or more/ }).click();
    await expect.poll(() => found(page).innerText()).toBe("58 people of 130");
    await page.getByRole("button", { name: /^3 months or longer/ }).click();
    await expect.poll(() => found(page).innerText()).toBe("39 people of 130");
    await page.getByLabel("Order by").selectOption("age-up");
    await page.getByRole("link", { name: "Page 2", exact: true }).click();
    await expect
      .poll(() => new URL(page.url()).search)
      .toBe("?finding=high-dose&finding=long-term-use&sort=age&order=up&page=2");
    const second = await people(page);
    const other = await pages.open(new URL(page.url()).pathname + new URL(page.url()).search);
    await expect.poll(() => people(other.page)).toEqual(second);
    await other.close();
    await page.goBack();
    await page.goBack();
    await page.goBack();
    await expect.poll(() => found(page).innerText()).toBe("58 people of 130");
    expect(faults).toEqual([]);
    await close();
  });

  it("opens every number to as many people", async () => {
    const { page, close } = await pages.open("/register");
    await page.locator(".counts .head").first().waitFor();
    const numbers = await page.locator(".filter").allInnerTexts();
    expect(numbers.length).toBeGreaterThan(5);
    for (const text of numbers) {
      const [, name, count] = /^(.*?)\s+(\d+)$/s.exec(text)!;
      const button = page.locator(".find .filter", { hasText: name! });
      await button.click();
      await expect
        .poll(() => found(page).innerText(), { message: name! })
        .toMatch(new RegExp(`^${count} (people|person) of 130$`));
      await button.click();
      await expect.poll(() => found(page).innerText()).toBe("All 130 people");
    }
    await page.locator(".counts .head").first().click();
    await expect
      .poll(() => found(page).innerText())
      .toBe(`${await page.locator(".counts .head b").first().innerText()} people of 130`);
    await close();
  });

  it("is sorted and filtered with the keyboard alone", async () => {
    const { page, close } = await pages.open("/register");
    await page.locator(".people tbody tr").first().waitFor();
    await page.keyboard.press("Tab");
    await expect(page.locator(":focus").innerText()).resolves.toBe("Skip to the content");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator(":focus").getAttribute("id")).toBe("content");
    const heading = page.getByRole("columnheader", { name: "Supplied, mg/day" });
    await heading.getByRole("button").focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => heading.getAttribute("aria-sort")).toBe("descending");
    await page.keyboard.press("Enter");
    await expect.poll(() => heading.getAttribute("aria-sort")).toBe("ascending");
    await page.getByLabel("Find by person or medicine").focus();
    await page.keyboard.type("007955");
    await expect.poll(() => people(page)).toEqual(["SYN-007955"]);
    await expect(page.locator(".applied").innerText()).resolves.toContain("“007955”");
    await close();
  });

  it.each([
    ["a wide screen", {}],
    ["a phone", PHONE],
  ])("refers a person in two clicks on %s, and takes it back", async (_, how) => {
    const { page, faults, close } = await pages.open("/register", how);
    await page.getByRole("button", { name: "Refer SYN-007992" }).click();
    await page.getByRole("button", { name: "Refer", exact: true }).click();
    await expect.poll(() => page.locator(".notice").innerText()).toContain("SYN-007992 is referred.");
    expect(pages.server.records().referrals.at(-1)).toMatchObject({
      person: "SYN-007992",
      reason: "A review of pain and medicines",
      selfReferral: false,
    });
    await page.getByRole("button", { name: "SYN-007992 has been referred" }).waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("button", { name: "Refer SYN-007992" }).waitFor();
    expect(pages.server.records().referrals.at(-1)?.undoneAt).not.toBeNull();
    expect(faults).toEqual([]);
    await close();
  });

  it("refers someone by their reference in own words, noted as a self-referral, and says who is not known", async () => {
    const { page, close } = await pages.open("/register");
    await page.getByRole("button", { name: "Refer someone else" }).click();
    await page.getByLabel("Person", { exact: true }).fill("SYN-999999");
    await page.getByLabel("Another reason").check();
    await page.getByLabel("In your own words").fill("Asked at the desk");
    await page.getByLabel("The person asked for this themselves").check();
    await page.getByRole("button", { name: "Refer", exact: true }).click();
    await page.getByText("Nobody with this reference is in the records").waitFor();
    await page.reload();
    await page.getByRole("button", { name: "Refer someone else" }).click();
    await expect(page.getByLabel("In your own words").inputValue()).resolves.toBe("Asked at the desk");
    await page.getByLabel("Person", { exact: true }).fill("SYN-007955");
    await page.getByRole("button", { name: "Refer", exact: true }).click();
    await expect.poll(() => page.locator(".notice").innerText()).toContain("SYN-007955 is referred.");
    expect(pages.server.records().referrals.at(-1)).toMatchObject({ reason: "Asked at the desk", selfReferral: true });
    await close();
  });

  it("invites as many as the practice can see, and says when the month is full", async () => {
    const { page, close } = await pages.open("/register");
    for (const person of ["SYN-007992", "SYN-007955"]) {
      await page.getByRole("button", { name: `Invite ${person}` }).click();
      await page.getByRole("button", { name: `${person} is invited` }).waitFor();
    }
    await page.getByRole("button", { name: "Invite SYN-007918" }).click();
    await expect.poll(() => page.locator(".notice").innerText()).toContain("are full");
    await page.getByRole("button", { name: "Change places" }).click();
    await page.getByLabel("People that the practice can see in a month").fill("30");
    await page.getByRole("button", { name: "Keep" }).click();
    await expect.poll(() => page.locator(".counts").innerText()).toContain("of 30 invited");
    await page.locator(".counts .head").last().click();
    await expect.poll(() => people(page)).toEqual(["SYN-007992", "SYN-007955"]);
    await close();
  });

  it("says why a person is here, and gives back the focus after a dialog", async () => {
    const { page, close } = await pages.open("/register");
    await page.getByRole("button", { name: "Why SYN-007992 is on this list" }).click();
    await expect
      .poll(() => page.locator(".reasons li").first().innerText())
      .toContain("As directed up to 245 mg a day");
    const refer = page.getByRole("button", { name: "Refer SYN-007992" });
    await refer.focus();
    await page.keyboard.press("Enter");
    await page.locator("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
    await expect(refer.evaluate((it) => it === document.activeElement)).resolves.toBe(true);
    await close();
  });

  it("keeps filters under a name, and exports what is shown", async () => {
    const { page, close } = await pages.open("/register?finding=rising-dose&ageBand=80%2B");
    await page.locator(".saved summary").click();
    await page.getByLabel("Name for the filters in use").fill("Rising, older");
    await page.getByRole("button", { name: "Save filters" }).click();
    await page.locator(".saved").getByRole("link", { name: "Rising, older" }).waitFor();
    expect(pages.server.records().saved.at(-1)?.filter).toBe("?ageBand=80%2B&finding=rising-dose");
    const [asked, download] = await Promise.all([
      page.waitForRequest(/export\.csv/),
      page.waitForEvent("download"),
      page.getByRole("button", { name: /^Export/ }).click(),
    ]);
    expect([new URL(asked.url()).search, asked.postDataJSON()]).toEqual([
      "",
      { ageBand: "80+", finding: ["rising-dose"] },
    ]);
    expect(download.suggestedFilename()).toBe("register.csv");
    await page.getByRole("button", { name: "Show everyone" }).click();
    await expect.poll(() => found(page).innerText()).toBe("All 130 people");
    await page.locator(".saved").getByRole("link", { name: "Rising, older" }).click();
    await expect.poll(() => page.locator(".applied").innerText()).toContain("age 80 and over");
    await close();
  });

  it("keeps what is searched for out of every address, and finds it again: back, on reload, in a saved filter", async () => {
    const { page, addresses, faults, close } = await pages.open("/register?finding=high-dose");
    await page.getByLabel("Find by person or medicine").fill("SYN-0079");
    await page.getByText("More filters").click();
    await page.getByLabel("Clinician who issued last").selectOption("Dr A. Okafor");
    await expect.poll(() => people(page)).toEqual(["SYN-007992"]);
    await page.reload();
    await expect.poll(() => people(page)).toEqual(["SYN-007992"]);
    await page.getByRole("link", { name: "SYN-007992", exact: true }).click();
    await expect.poll(() => page.locator("h1").innerText()).toBe("SYN-007992");
    await page.goBack();
    await expect.poll(() => people(page)).toEqual(["SYN-007992"]);
    await page.getByRole("link", { name: "SYN-007992", exact: true }).click();
    await page.getByRole("link", { name: "To the register" }).click();
    await expect.poll(() => people(page)).toEqual(["SYN-007992"]);
    await expect(page.getByLabel("Find by person or medicine").inputValue()).resolves.toBe("SYN-0079");
    await page.locator(".saved summary").click();
    await page.getByLabel("Name for the filters in use").fill("Mine");
    await page.getByRole("button", { name: "Save filters" }).click();
    await page.locator(".saved").getByRole("button", { name: "Mine", exact: true }).waitFor();
    await page.getByRole("button", { name: "Show everyone" }).click();
    await expect.poll(() => found(page).innerText()).toBe("All 130 people");
    await page.locator(".saved").getByRole("button", { name: "Mine", exact: true }).click();
    await expect.poll(() => people(page)).toEqual(["SYN-007992"]);
    expect(new URL(page.url()).search).toBe("?finding=high-dose");
    expect(addresses.length).toBeGreaterThan(20);
    expect(addresses.filter((one) => /SYN|Okafor/i.test(decodeURIComponent(one)))).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  it("goes through the pages of a search, and through its people, with the search kept", async () => {
    const { page, addresses, close } = await pages.open("/register");
    await page.getByLabel("Find by person or medicine").fill("SYN-00");
    await expect.poll(() => page.locator(".applied").innerText()).toContain("SYN-00");
    const onFirst = await people(page);
    await page.getByRole("link", { name: "Page 2", exact: true }).click();
    await expect.poll(() => new URL(page.url()).search).toBe("?page=2");
    await expect.poll(() => people(page)).not.toEqual(onFirst);
    await expect(page.locator(".applied").innerText()).resolves.toContain("SYN-00");
    const [first, second] = (await people(page)) as [string, string];
    await page.getByRole("link", { name: first, exact: true }).click();
    await page.getByRole("link", { name: "Next person" }).click();
    await expect.poll(() => page.locator("h1").innerText()).toBe(second);
    await page.getByRole("link", { name: "To the register" }).click();
    await expect.poll(() => page.locator(".applied").innerText()).toContain("SYN-00");
    expect(addresses.filter((one) => one.includes("SYN"))).toEqual([]);
    await close();
  });

  it("opened at an old address with a search in it shows everyone, and takes the search out of the address", async () => {
    const { page, close } = await pages.open("/register?search=SYN-0079&finding=high-dose");
    await expect.poll(() => found(page).innerText()).toBe("58 people of 130");
    await expect.poll(() => new URL(page.url()).search).toBe("?finding=high-dose");
    await close();
  });

  it("says that the service is away, keeps nothing secret about it, and comes back by itself", async () => {
    const { page, close } = await pages.open("/register");
    await page.locator(".people tbody tr").first().waitFor();
    pages.server.behaviour.is = "away";
    await page.getByLabel("Order by").selectOption("person-up");
    await page.locator(".banner").waitFor();
    pages.server.behaviour.is = "well";
    await page.locator(".banner").waitFor({ state: "detached" });
    await expect.poll(async () => (await people(page))[0]).toBe("SYN-003219");
    await close();
  });
});

const read = async (page: Page): Promise<void> => {
  await page.getByLabel("Least a day, ml").fill("10");
  await page.getByLabel("Most a day, ml").fill("40");
  await page.getByRole("button", { name: "Keep this reading" }).click();
};

describe("the texts to read", () => {
  it("are read once; what is typed outlives a reload, and the reading can be taken back", async () => {
    const { page, faults, close } = await pages.open("/data-quality");
    await page.getByRole("button", { name: /Read this text of Oramorph/ }).click();
    await page.getByLabel("Least a day, ml").fill("10");
    await page.getByLabel("Most a day, ml").fill("5");
    await page.getByRole("button", { name: "Keep this reading" }).click();
    await page.getByText("The least is above the most").waitFor();
    await page.getByLabel("Most a day, ml").fill("40");
    await page.getByLabel("As needed").check();
    await expect(page.locator(".preview").innerText()).resolves.toContain("From 10 to 40 ml a day, as needed.");
    await page.reload();
    await expect.poll(() => page.locator(".preview").innerText()).toContain("From 10 to 40 ml a day, as needed.");
    await read(page);
    await expect.poll(() => page.locator(".unread").count()).toBe(3);
    await expect.poll(() => page.locator(".nav .badge").innerText()).toBe("3");
    expect(pages.server.records().readings[0]).toMatchObject({ min: 10, max: 40, asNeeded: true, who: "J. Pereira" });
    await page.getByRole("button", { name: "Take back the reading of Oramorph", exact: false }).click();
    await expect.poll(() => page.locator(".unread").count()).toBe(4);
    expect(faults).toEqual([]);
    await close();
  });

  it("that say no dose are read for one person at a time", async () => {
    const { page, faults, close } = await pages.open("/data-quality");
    const text = page.locator(".unread", { hasText: "Dihydrocodeine 30mg tablets" });
    await expect(text.innerText()).resolves.toContain("These words say no dose.");
    await text.getByRole("button", { name: /person by person/ }).click();
    const [first, second] = pages.server.records().waiting["k4"]!.map(({ person }) => person) as [string, string];
    await expect.poll(() => text.locator(".each-person li").count()).toBe(2);
    await text.getByRole("button", { name: `Read for this person, ${first}` }).click();
    await page.getByLabel("Least a day, tablets").fill("2");
    await page.getByLabel("Most a day, tablets").fill("4");
    await expect(page.locator(".preview").innerText()).resolves.toContain(`It holds for ${first} alone`);
    await page.getByRole("button", { name: "Keep this reading" }).click();
    await expect.poll(() => text.locator(".each-person li").allInnerTexts()).toEqual([expect.stringContaining(second)]);
    expect(pages.server.records().readings[0]).toMatchObject({ person: first, min: 2, max: 4 });
    expect(faults).toEqual([]);
    await close();
  });

  it("tells the slower of two readers kindly whose reading holds", async () => {
    const [first, second] = [await pages.open("/data-quality"), await pages.open("/data-quality")];
    for (const { page } of [first, second])
      await page.getByRole("button", { name: /Read this text of Oramorph/ }).click();
    await read(first.page);
    await expect.poll(() => first.page.locator(".unread").count()).toBe(3);
    await read(second.page);
    const note = second.page.locator(".note.kind");
    await expect.poll(() => note.innerText()).toContain("J. Pereira read it as “From 10 to 40 ml a day.”");
    await note.getByRole("button").click();
    await expect.poll(() => second.page.locator(".unread").count()).toBe(3);
    expect(pages.server.records().readings.filter(({ key }) => key === "k1")).toHaveLength(1);
    await Promise.all([first.close(), second.close()]);
  });
});

const choose = async (page: Page, name: string): Promise<void> =>
  page
    .locator("input[type=file]")
    .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from("person,issue_date\n") });

describe("an import", () => {
  it("is followed while it runs, cancelled, and shows what became of every row", async () => {
    const { page, faults, close } = await pages.open("/imports");
    await choose(page, "new.csv");
    await page.waitForURL(/\/imports\/\d+$/);
    await expect.poll(() => page.locator(".under-way").innerText()).toContain("35 in 100");
    await page.getByRole("button", { name: "Cancel the import of new.csv" }).click();
    await expect.poll(() => page.locator("main").innerText()).toContain("cancelled");
    const says = await page.locator(".sum").innerText();
    expect(says).toBe("Rows read 60,120 = used 60,110 + set aside 7 + refused 3");
    await page.getByRole("link", { name: "a date of issue", exact: false }).click();
    await expect.poll(() => page.locator("#rows ~ .scroll tbody tr").count()).toBe(10);
    await expect.poll(() => page.locator("#rows ~ .scroll tbody").innerText()).not.toContain("template");
    expect(faults).toEqual([]);
    await close();
  });

  it("of a file dropped on the page that is there already changes nothing and says so", async () => {
    const { page, close } = await pages.open("/imports");
    const data = await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(["person\n"], "practice-extract-2026-11.csv", { type: "text/csv" }));
      return transfer;
    });
    await page.dispatchEvent(".drop", "drop", { dataTransfer: data });
    await page.getByText("This very file is in the records already").waitFor();
    expect(pages.server.records().imports).toHaveLength(2);
    await close();
  });

  it("of a corrected file names the import that it replaces", async () => {
    const { page, close } = await pages.open("/imports/1");
    await page.getByRole("button", { name: "Replace with a corrected file" }).click();
    await choose(page, "practice-extract-2026-11.csv");
    await page.getByRole("link", { name: "See import 1", exact: true }).waitFor();
    expect(pages.server.records().imports[0]).toMatchObject({ replaces: 1 });
    await close();
  });
});

describe("the practice", () => {
  it("hides small numbers for outside, and totals that would give them away", async () => {
    const { page, close } = await pages.open("/practice");
    await page.getByText("Show the numbers").click();
    const first = page.locator("#bands ~ details tbody tr").first();
    await expect(first.innerText()).resolves.not.toContain("fewer");
    await page.getByLabel("Hide small numbers", { exact: false }).check();
    await expect.poll(() => first.innerText()).toContain("fewer than 5");
    await expect(first.locator("td").last().innerText()).resolves.toBe("left out");
    await expect(page.locator("main").innerText()).resolves.not.toMatch(/Z‑drug\s+3/);
    await close();
  });
});

describe("what the first page loads", () => {
  it("is less than 200 kB of scripts, compressed, and all of it the service's own", async () => {
    const { page, faults, close } = await pages.open("/register");
    await page.locator(".people tbody tr").first().waitFor();
    const names = await page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .map(({ name }) => new URL(name).pathname)
        .filter((name) => name.endsWith(".js")),
    );
    const size = [...new Set(names)].reduce(
      (sum, name) => sum + gzipSync(readFileSync(join(pages.dist, name))).length,
      0,
    );
    expect(size).toBeGreaterThan(50_000);
    expect(size).toBeLessThan(200_000);
    expect(faults).toEqual([]);
    await close();
  });

  it("holds no address of anyone else and no schema library", () => {
    for (const name of readdirSync(join(pages.dist, "assets")).filter((it) => it.endsWith(".css")))
      expect(readFileSync(join(pages.dist, "assets", name), "utf8")).not.toMatch(/@import|https?:/);
    for (const name of readdirSync(join(pages.dist, "assets")).filter((it) => it.endsWith(".js")))
      expect(readFileSync(join(pages.dist, "assets", name), "utf8"), name).not.toContain("ZodError");
  });
});
