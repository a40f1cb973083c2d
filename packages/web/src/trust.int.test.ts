import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { checkStates, type State } from "./fixtures/check-states.fixture.ts";
import { openPages } from "./fixtures/open-pages.fixture.ts";

let pages: Awaited<ReturnType<typeof openPages>>;
beforeAll(async () => {
  pages = await openPages("development");
});
afterEach(() => pages.server.reset());
afterAll(async () => pages?.stop());

const find = async (page: Page, reference: string): Promise<void> => {
  await page.locator("form input").fill(reference);
  await page.locator("form [type=submit]").click();
};
const askRemoval = async (page: Page): Promise<void> => {
  await find(page, "SYN-007992");
  await page.locator("section[aria-labelledby=removal] .button").click();
};

const STATES: readonly State[] = [
  { name: "safety of the synthetic practice", path: "/safety", shows: ".hazards li" },
  {
    name: "a hazard opened",
    path: "/safety",
    reach: async (page) => page.locator(".hazard summary").first().click(),
    shows: ".hazard[open] .tests",
  },
  {
    name: "dose support that was never accepted",
    path: "/safety",
    before: () => pages.server.live("never"),
    reach: async (page) => page.locator("section[aria-labelledby=accept] [type=submit]").click(),
    shows: ".field .error",
  },
  {
    name: "dose support that has changed since",
    path: "/safety",
    before: () => pages.server.live("changed"),
    shows: "section[aria-labelledby=support] ul",
  },
  {
    name: "dose support that is accepted",
    path: "/safety",
    before: () => pages.server.live("on"),
    shows: "section[aria-labelledby=acceptances] .button",
  },
  {
    name: "dose support being accepted",
    path: "/safety",
    before: () => pages.server.live("never"),
    reach: async (page) => {
      const form = page.locator("section[aria-labelledby=accept] form");
      await form.locator("input[type=text]").first().fill("Dr Officer");
      await form.locator("input[type=text]").nth(1).fill("GMC 1");
      await form.locator("input[type=checkbox]").check();
      await form.locator("[type=submit]").click();
    },
    shows: ".notice",
    typed: "Dr Officer GMC 1",
  },
  {
    name: "one's own medicines",
    path: "/own-record",
    before: () => pages.server.signInAs("patient"),
    shows: ".own-issues tbody tr",
  },
  { name: "a person's request", path: "/rights", shows: "form input" },
  {
    name: "a request of somebody who is not known",
    path: "/rights",
    reach: async (page) => find(page, "nobody"),
    shows: ".field .error",
    typed: "nobody",
  },
  {
    name: "a request of somebody",
    path: "/rights",
    reach: async (page) => find(page, "SYN-007992"),
    shows: "section[aria-labelledby=copy] a",
    typed: "SYN-007992",
  },
  {
    name: "a removal that lacks its words",
    path: "/rights",
    reach: async (page) => {
      await askRemoval(page);
      await page.locator("dialog [type=submit]").click();
    },
    shows: "dialog .error",
    typed: "SYN-007992",
  },
  {
    name: "a removal that is done",
    path: "/rights",
    reach: async (page) => {
      await askRemoval(page);
      await page.locator("dialog textarea").fill("asked for by letter");
      await page.locator("dialog input").fill("SYN-007992");
      await page.locator("dialog [type=submit]").click();
    },
    shows: ".notice",
    typed: "SYN-007992",
  },
];

checkStates(() => pages, STATES);
