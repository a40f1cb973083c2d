import type { RegisterPage } from "@concord/exchange/api";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { extractOf } from "./service/extracts.ts";
import {
  axeFinds,
  DESKTOP,
  keepScreen,
  openService,
  PHONE,
  tooWide,
  type OpenService,
} from "./service/open-service.ts";

let service: OpenService;
beforeAll(async () => {
  service = await openService();
});
afterAll(() => service?.stop());

vi.setConfig({ testTimeout: 120_000 });
/** Other tests share the machine: what comes, comes within this, and nothing is judged by its speed. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 30_000 });

const rowOf = async (person: string): Promise<RegisterPage["rows"][number] | undefined> =>
  (await service.ask<RegisterPage>("/api/register", { search: person })).rows.find((row) => row.person === person);

const dropFile = async (page: Page, name: string, text: string): Promise<void> => {
  const data = await page.evaluateHandle(
    ([name, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text!], name!, { type: "text/csv" }));
      return transfer;
    },
    [name, text],
  );
  await page.dispatchEvent(".drop", "drop", { dataTransfer: data });
};

const chooseFile = async (page: Page, name: string, text: string): Promise<void> => {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose a file" }).click();
  await (await chooser).setFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
};

const fillReading = async (page: Page, least: string, most: string): Promise<void> => {
  await page.getByLabel(/^Least a day/).fill(least);
  await page.getByLabel(/^Most a day/).fill(most);
};

const textOf = (page: Page, directions: string) => page.locator(".unread", { hasText: directions });

describe.each([
  { who: "DESK", viewport: DESKTOP, give: dropFile },
  { who: "PHONE", viewport: PHONE, give: chooseFile },
])("one after the other, at the width of a $who", ({ who, viewport, give }) => {
  const wide = viewport.width;
  const sound = async (page: Page, name: string): Promise<void> => {
    await keepScreen(page, `${name}-${wide}`);
    expect(await axeFinds(page)).toEqual([]);
    expect(await tooWide(page)).toBeLessThanOrEqual(0);
  };

  it("a file is imported, and every row of it accounted for", async () => {
    const { page, faults, close } = await service.window("/imports", { viewport });
    await page.locator(".drop").waitFor();
    await sound(page, "imports");
    await give(page, `${who}.csv`, extractOf(who));
    await page.waitForURL(/\/imports\/\d+$/);
    await eventually(() => page.locator(".sum").first().innerText()).toBe(
      "Rows read 8 = used 6 + set aside 1 + refused 1",
    );
    await page.getByText("The row as it came").waitFor();
    await sound(page, "import");
    expect(faults).toEqual([]);
    await close();
  });

  it("a person is found, and the working of their dose opened", async () => {
    const { page, faults, close } = await service.window("/register", { viewport });
    await page.locator(".people tbody tr").first().waitFor();
    await sound(page, "register");
    await page.getByLabel("Find by person or medicine").fill(`${who}-1`);
    await page.getByRole("link", { name: `${who}-1`, exact: true }).click();
    await eventually(() => page.locator("h1").innerText()).toBe(`${who}-1`);
    await eventually(() => page.locator(".figure").first().innerText()).toBe("As directed\n40 mg a day");
    await page.locator(".dose-chart").waitFor();
    await sound(page, "person");
    await page.getByText("Show the working", { exact: true }).click();
    await eventually(() => page.locator(".working").first().innerText()).toContain(
      "As directed, least: 40 mg OME a day; most: 40 mg OME a day",
    );
    await sound(page, "working");
    expect(faults).toEqual([]);
    await close();
  });

  it("a text that could not be read is mended from a person's page, and the register follows", async () => {
    expect(await rowOf(`${who}-2`)).toMatchObject({ notReadable: true, directed: { max: 0 } });
    const { page, faults, close } = await service.window(`/people/${await service.keyOf(`${who}-2`)}`, { viewport });
    await page.getByText("not readable", { exact: true }).first().waitFor();
    await sound(page, "person-unread");
    await page.getByRole("link", { name: "Read it in the queue" }).click();
    const text = textOf(page, `increase slowly with ${who.toLowerCase()}`).filter({ hasText: "5mg" });
    await text.getByRole("button", { name: /^Read this text/ }).click();
    await fillReading(page, "2", "4");
    await sound(page, "reading");
    await page.getByRole("button", { name: "Keep this reading" }).click();
    await eventually(() => page.locator(".notice").innerText()).toContain("The register follows at once.");
    await eventually(() => rowOf(`${who}-2`)).toMatchObject({ notReadable: false, directed: { min: 15, max: 30 } });
    await page.goto(`${service.address}/register`);
    await page.getByLabel("Find by person or medicine").fill(`${who}-2`);
    await eventually(() => page.locator(".people tbody tr").allInnerTexts()).toHaveLength(1);
    await eventually(() => page.locator(".people tbody tr").innerText()).toContain("15–30");
    await page.goto(`${service.address}/people/${await service.keyOf(`${who}-2`)}`);
    await eventually(() => page.locator(".figure").first().innerText()).toContain("15–30 mg a day");
    expect(faults).toEqual([]);
    await close();
  });

  it("a person is referred in two clicks, from their page, and the referral taken back", async () => {
    const { page, faults, close } = await service.window(`/people/${await service.keyOf(`${who}-1`)}`, { viewport });
    await page.getByRole("button", { name: `Refer ${who}-1` }).click();
    await page.locator("dialog .radios").waitFor();
    await sound(page, "refer");
    await page.locator("dialog").getByRole("button", { name: "Refer", exact: true }).click();
    await eventually(() => page.locator(".notice").innerText()).toContain(`${who}-1 is referred.`);
    await page.getByRole("heading", { name: "Referred" }).waitFor();
    await sound(page, "referred");
    expect((await rowOf(`${who}-1`))?.referred).toBe(true);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("heading", { name: "Referred" }).waitFor({ state: "detached" });
    expect((await rowOf(`${who}-1`))?.referred).toBe(false);
    expect(faults).toEqual([]);
    await close();
  });

  it("the other pages stand, too", async () => {
    const { page, faults, close } = await service.window("/practice", { viewport });
    await page.locator(".columns").first().waitFor();
    await sound(page, "practice");
    await page.goto(`${service.address}/data-quality`);
    await page.locator(".unread").first().waitFor();
    await sound(page, "data-quality");
    expect(faults).toEqual([]);
    await close();
  });
});

describe("two people at the same queue", () => {
  it("read the same text: the first reading holds, and the second is told kindly", async () => {
    const windows = [await service.window("/data-quality"), await service.window("/data-quality", { viewport: PHONE })];
    const [first, second] = windows.map(({ page }) => page) as [Page, Page];
    for (const page of [first, second])
      await textOf(page, "increase slowly with the desk team")
        .getByRole("button", { name: /^Read this text/ })
        .click();
    await fillReading(first, "1", "2");
    await fillReading(second, "3", "4");
    await first.getByRole("button", { name: "Keep this reading" }).click();
    await eventually(() => first.locator(".notice").innerText()).toContain("The register follows at once.");
    await second.getByRole("button", { name: "Keep this reading" }).click();
    await eventually(() => second.locator(".note.kind").innerText()).toContain(
      "Staff read it as “From 1 to 2 capsules a day.”",
    );
    await keepScreen(second, "conflict-390");
    expect(await axeFinds(second)).toEqual([]);
    expect((await rowOf("DESK-3"))?.directed).toEqual({ min: 15, max: 30 });
    for (const { faults, close } of windows) {
      expect(faults).toEqual([]);
      await close();
    }
  });
});
