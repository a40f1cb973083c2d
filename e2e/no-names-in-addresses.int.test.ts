import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { openService, type OpenService } from "./service/open-service.ts";

vi.setConfig({ testTimeout: 120_000 });
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 30_000 });

const WHO = "ZZMARKED-1";
const PRESCRIBER = "Dr Zzmarked";
const row = (product: string, directions: string) =>
  `${WHO},1950,F,2001-02-03,2026-11-12,,${product},56,capsule,${directions},repeat,${PRESCRIBER},issued`;
const EXTRACT = [
  "person,birth_year,sex,registered_date,issue_date,product_code,product_name,quantity,quantity_unit,directions,kind,prescriber,status",
  row("Morphine 10mg modified-release capsules", "one twice a day"),
  row("Oxycodone 5mg capsules", "one in the morning and increase slowly with zzmarked"),
  row("Codeine 30mg capsules", "one daily zzmarked").replace("2026-11-12", "zzmarked"),
  "",
].join("\n");

let service: OpenService;
beforeAll(async () => {
  service = await openService(60);
});
afterAll(() => service?.stop());

const titles: string[] = [];
const at = async (page: Page, title: string): Promise<void> => {
  await eventually(() => page.locator("h1").innerText()).toBe(title);
  titles.push(await page.title());
};

const importMarked = async (page: Page): Promise<void> => {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose a file" }).click();
  await (await chooser).setFiles({ name: "zzmarked.csv", mimeType: "text/csv", buffer: Buffer.from(EXTRACT) });
  await page.waitForURL(/\/imports\/\d+$/);
  await eventually(() => page.locator(".sum").first().innerText()).toContain("refused 1");
};

const searchRegister = async (page: Page): Promise<void> => {
  await page.getByRole("link", { name: "Register", exact: true }).click();
  await page.getByLabel("Find by person or medicine").fill(WHO);
  await eventually(() => page.locator(".people tbody th a").allInnerTexts()).toEqual([WHO]);
  await page.getByText("More filters").click();
  await page.getByLabel("Clinician who issued last").selectOption(PRESCRIBER);
  await eventually(() => page.locator(".applied").innerText()).toContain(PRESCRIBER);
  await page.reload();
  await eventually(() => page.locator(".people tbody th a").allInnerTexts()).toEqual([WHO]);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: /^Export/ }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^register-.*\.csv$/);
};

const saveAndOpenFilter = async (page: Page): Promise<void> => {
  await page.locator(".saved summary").click();
  await page.getByLabel("Name for the filters in use").fill(WHO);
  await page.getByRole("button", { name: "Save filters" }).click();
  await page.getByRole("button", { name: "Show everyone" }).click();
  await eventually(() => page.locator(".people tbody tr").count()).toBeGreaterThan(1);
  await page.locator(".saved").getByRole("button", { name: WHO, exact: true }).click();
  await eventually(() => page.locator(".people tbody th a").allInnerTexts()).toEqual([WHO]);
};

const refer = async (page: Page): Promise<void> => {
  await page.locator("dialog").getByRole("button", { name: "Refer", exact: true }).click();
  await eventually(() => page.locator(".notice").innerText()).toContain(`${WHO} is referred.`);
};

it("no page has, and no page asks for, an address with anything that the records say of a person", async () => {
  const { page, addresses, answers, faults, close } = await service.window("/imports");
  await importMarked(page);
  await searchRegister(page);
  await saveAndOpenFilter(page);
  await page.getByRole("button", { name: `Invite ${WHO}` }).click();
  await page.getByRole("button", { name: `${WHO} is invited` }).waitFor();
  await page.getByRole("button", { name: `Why ${WHO} is on this list` }).click();
  await page.locator(".reasons li").first().waitFor();
  await page.getByRole("link", { name: WHO, exact: true }).click();
  await at(page, WHO);
  for (const summary of await page.locator(".person details > summary").all()) await summary.click();
  await page.locator(".issues tbody tr").first().waitFor();
  await page.getByRole("button", { name: `Refer ${WHO}` }).click();
  await refer(page);
  await page.goBack();
  await eventually(() => page.locator(".people tbody th a").allInnerTexts()).toEqual([WHO]);
  await page.getByRole("button", { name: "Refer someone else" }).click();
  await page.getByLabel("Person", { exact: true }).fill(WHO);
  await page.getByLabel("Another reason").check();
  await page.getByLabel("In your own words").fill(`${WHO} asked`);
  await refer(page);
  await page.getByRole("link", { name: "Data quality" }).click();
  const text = page.locator(".unread", { hasText: "zzmarked" });
  await text.getByRole("link").click();
  await at(page, WHO);
  await page.goBack();
  await text.getByRole("button", { name: /^Read this text/ }).click();
  await page.getByLabel(/^Least a day/).fill("1");
  await page.getByLabel(/^Most a day/).fill("2");
  await page.getByRole("button", { name: "Keep this reading" }).click();
  await page.locator(".notice", { hasText: "The register follows" }).waitFor();
  await page.getByRole("link", { name: "Practice", exact: true }).click();
  await page.locator(".columns").first().waitFor();
  const marked = (part: string): boolean => /zzmarked/i.test(decodeURIComponent(part));
  expect((await answers()).filter((answer) => /zzmarked/i.test(answer)).length).toBeGreaterThan(5);
  expect(addresses.length).toBeGreaterThan(40);
  expect(addresses.filter(marked)).toEqual([]);
  // A browser keeps the name of a page with its address.
  expect(titles.filter(marked)).toEqual([]);
  expect(faults).toEqual([]);
  await close();
});
