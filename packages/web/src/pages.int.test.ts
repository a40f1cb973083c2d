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

/** What is asked for and stands in no address. */
const withUnseen = async (page: Page, unseen: object): Promise<void> => {
  await page.evaluate((kept) => history.replaceState({ ...history.state, unseen: kept }, ""), unseen);
  await page.reload();
};

const STATES: readonly State[] = [
  { name: "the register", path: "/register", shows: ".people tbody tr" },
  {
    name: "the register with every kind of filter",
    path: "/register?finding=high-dose&finding=long-term-use&doseMin=90&doseMax=240&ageBand=65-79&current=yes&referred=no&lastIssueFrom=2026-01-01&lastIssueTo=2026-11-20&basket=2026-11&substance=morphine",
    reach: async (page) => withUnseen(page, { search: "SYN", prescriber: "Dr A. Okafor" }),
    shows: ".applied .filter",
  },
  {
    name: "the register with a why open",
    path: "/register",
    reach: async (page) => page.locator(".people tbody .link").first().click(),
    shows: ".why .reasons",
  },
  {
    name: "the register with saved filters open",
    path: "/register?finding=high-dose",
    reach: async (page) => page.locator(".saved summary").click(),
    shows: ".saved form",
  },
  {
    name: "a referral",
    path: "/register",
    reach: async (page) => page.locator("td.do button").first().click(),
    shows: "dialog .radios",
  },
  {
    name: "a referral of someone referred before",
    path: "/register?referred=yes",
    reach: async (page) => page.locator("td.do button").first().click(),
    shows: "dialog .before",
  },
  {
    name: "a referral that lacks its words",
    path: "/register",
    reach: async (page) => {
      await page.locator(".title .button").click();
      await page.locator("#reason-own").check();
      await page.locator("dialog button[type=submit]").click();
    },
    shows: "dialog .error",
  },
  {
    name: "the number of places",
    path: "/register",
    reach: async (page) => page.locator(".count .link").click(),
    shows: "dialog input",
  },
  {
    name: "a person put among the invited",
    path: "/register",
    reach: async (page) => page.locator("td.do button").nth(1).click(),
    shows: ".notice",
  },
  {
    name: "a register with nobody",
    path: "/register",
    reach: async (page) => withUnseen(page, { search: "nobodyhere" }),
    typed: "nobodyhere",
    shows: ".table-card .empty",
  },
  {
    name: "a practice without records",
    path: "/register",
    before: () => (pages.server.behaviour.is = "no-register"),
    shows: ".empty .button",
  },
  {
    name: "a register being built",
    path: "/register",
    before: () => (pages.server.records().practice.building = true),
    shows: ".note",
  },
  {
    name: "a service that fails",
    path: "/register",
    before: () => (pages.server.behaviour.is = "failing"),
    shows: ".problem-card .button",
  },
  {
    name: "a service that is away",
    path: "/register",
    reach: async (page) => {
      pages.server.behaviour.is = "away";
      await page.locator(".over-table select").selectOption("age-up");
    },
    shows: ".banner",
  },
  { name: "waiting", path: "/register", before: () => (pages.server.behaviour.delayMs = 4000), shows: ".loading" },
  { name: "the texts to read", path: "/data-quality", shows: ".unread" },
  {
    name: "a text being read",
    path: "/data-quality",
    reach: async (page) => {
      await page.locator(".how-many .button").first().click();
      await page.locator(".reading input[type=text]").nth(1).fill("x");
      await page.locator(".reading button[type=submit]").click();
    },
    shows: ".reading .error",
  },
  {
    name: "a text being read for one person",
    path: "/data-quality",
    reach: async (page) => {
      await page.locator(".unread").last().locator(".how-many .button").click();
      await page.locator(".each-person button").first().click();
    },
    shows: ".each-person .reading",
  },
  {
    name: "no text to read and none read",
    path: "/data-quality",
    before: () => Object.assign(pages.server.records(), { texts: [], readings: [] }),
    shows: ".empty",
  },
  { name: "the imports", path: "/imports", shows: ".jobs tbody tr" },
  {
    name: "no imports",
    path: "/imports",
    before: () => (pages.server.records().imports = []),
    shows: ".empty",
  },
  { name: "an import", path: "/imports/1", shows: ".mono" },
  {
    name: "an import of an archive",
    path: "/imports/1",
    before: () =>
      Object.assign(pages.server.records().imports[0]!, {
        format: "omop-drug-exposure",
        parts: ["drug-exposure", "concept", "person"].map((table) => ({
          file: `omop/${table.toUpperCase()}.csv`,
          format: `omop-${table}`,
        })),
        notRead: [{ file: "omop/README.txt", why: "text that starts “OMOP”" }],
      }),
    shows: "#holds",
  },
  {
    name: "an import under way",
    path: "/imports/1",
    before: () =>
      Object.assign(pages.server.records().imports[0]!, { state: "reading", progress: 0.4, finishedAt: null }),
    shows: "progress",
  },
  {
    name: "an import that failed and was replaced",
    path: "/imports/2",
    before: () =>
      Object.assign(pages.server.records().imports[1]!, {
        error: { code: "damaged", found: "A quote is never closed", todo: "Export the file again." },
        replaces: 1,
      }),
    shows: ".problem-card",
  },
  { name: "an import that is not there", path: "/imports/77", shows: ".empty" },
  { name: "the practice", path: "/practice", shows: ".columns rect" },
  { name: "the practice for outside", path: "/practice?share=yes", shows: ".columns .band-1" },
  { name: "an address without a page", path: "/nowhere", shows: ".card a" },
];

checkStates(() => pages, STATES);
