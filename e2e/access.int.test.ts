import type { RegisterPage } from "@concord/exchange/api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFinds, keepScreen, openService, PHONE, tooWide, type OpenService } from "./service/open-service.ts";
import type { Page } from "playwright-core";

let service: OpenService;
let [referred, other] = ["", ""];

beforeAll(async () => {
  service = await openService();
  const { rows } = await service.get<RegisterPage>("/api/register?size=3");
  [referred, other] = [rows[0]!.key, rows[1]!.key];
  const { page, close } = await service.window(`/people/${referred}`);
  await page.locator(".title .actions button").first().click();
  await page.locator("dialog button[type=submit]").click();
  await page.locator(".notice").waitFor();
  await close();
}, 180_000);
afterAll(async () => service?.stop());

/** Clean by axe and kept as a picture, at desk and in the hand. */
const looksRight = async (page: Page, name: string): Promise<void> => {
  expect(await axeFinds(page), name).toEqual([]);
  await keepScreen(page, name);
  await page.setViewportSize(PHONE);
  expect(await tooWide(page), name).toBeLessThanOrEqual(0);
  await keepScreen(page, `${name}-phone`);
};

test("a project worker says why, sees the person, and the manager reviews it", async () => {
  const worker = await service.window(`/people/${other}`, { roles: ["project-worker"] });
  await worker.page.getByRole("radio").first().waitFor();
  await worker.page.getByRole("radio").first().check();
  await looksRight(worker.page, "reason-needed");
  await worker.page.locator("form button[type=submit]").click();
  await worker.page.locator(".dose-now").waitFor();
  expect(worker.faults).toEqual([]);
  await worker.close();

  const manager = await service.window("/access", { roles: ["manager"] });
  await manager.page.locator(".log tbody tr").first().waitFor();
  expect(await manager.page.locator(".nav .badge").textContent()).toBe("1");
  await looksRight(manager.page, "access-review");
  await manager.page.locator(".log button").click();
  await manager.page.locator(".notice").waitFor();
  await manager.page.locator(".nav .badge").waitFor({ state: "detached" });
  await manager.page.locator(".log tbody a").click();
  await manager.page.locator(".log q").first().waitFor();
  await looksRight(manager.page, "access-log");
  await manager.page.goto(`${service.address}/log`);
  await manager.page.locator(".proof button").click();
  await manager.page.locator(".proof .mono").waitFor();
  await manager.page.setViewportSize({ width: 1280, height: 900 });
  await looksRight(manager.page, "log");
  expect(manager.faults).toEqual([]);
  await manager.close();
});

test("a person is shared as a case, and the adviser's pages say nothing of who it is", async () => {
  // The account comes with its session.
  const adviser = await service.window("/cases", { roles: ["adviser"] });
  await adviser.page.locator(".empty").waitFor();
  const clinician = await service.window(`/people/${referred}`, { roles: ["prescriber"] });
  const reference = (await clinician.page.locator("h1").textContent())!;
  await clinician.page.locator("[aria-labelledby=shares] .button").click();
  await clinician.page.locator("dialog option", { hasText: "Staff" }).first().waitFor({ state: "attached" });
  const choices = await clinician.page
    .locator("dialog option")
    .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
  await clinician.page.locator("dialog textarea").fill("Is a rotation safe?");
  await clinician.page.locator("dialog select").selectOption(choices.at(-1)!);
  await clinician.page.locator("dialog button[type=submit]").click();
  await clinician.page.locator(".notice").waitFor();
  await clinician.page.locator("[aria-labelledby=shares] q").waitFor();
  await looksRight(clinician.page, "person-shared");
  await clinician.close();

  await adviser.page.reload();
  await adviser.page.locator(".lines a, .empty").first().waitFor();
  await looksRight(adviser.page, "cases");
  await adviser.page.setViewportSize({ width: 1280, height: 900 });
  await adviser.page.locator(".lines a").first().click();
  await adviser.page.locator(".dose-now").waitFor();
  await adviser.page.locator(".every-issue summary").click();
  await looksRight(adviser.page, "case");
  const said = [...(await adviser.answers()), (await adviser.page.textContent("body"))!].join("\n");
  expect(said).not.toContain(reference);
  expect(adviser.faults).toEqual([]);
  await adviser.close();
});
