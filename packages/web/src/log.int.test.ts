import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { checkStates, type State } from "./fixtures/check-states.fixture.ts";
import { openPages } from "./fixtures/open-pages.fixture.ts";
import { PEOPLE } from "./fixtures/people.fixture.ts";

let pages: Awaited<ReturnType<typeof openPages>>;
beforeAll(async () => {
  pages = await openPages("development");
});
afterEach(() => pages.server.reset());
afterAll(async () => pages?.stop());

const adviser = (): void => pages.server.signInAs("adviser");

const STATES: readonly State[] = [
  { name: "who has seen a person", path: `/people/${PEOPLE[0]!.key}/access-log`, shows: ".log tbody tr" },
  {
    name: "who has seen a person, nothing chosen fits",
    path: `/people/${PEOPLE[0]!.key}/access-log?kind=none`,
    shows: ".empty",
  },
  {
    name: "who has seen oneself",
    path: "/own-log",
    before: () => pages.server.signInAs("patient"),
    shows: ".log tbody tr",
  },
  { name: "the practice's log", path: "/log", shows: ".log tbody tr" },
  {
    name: "the practice's log, whole",
    path: "/log",
    reach: async (page) => page.locator(".proof button").click(),
    shows: ".proof .mono",
  },
  {
    name: "the practice's log, not whole",
    path: "/log",
    reach: async (page) => {
      pages.server.breakLog();
      await page.locator(".proof button").click();
    },
    shows: ".proof .lines",
  },
  { name: "access beyond the list", path: "/access", shows: ".log tbody tr" },
  {
    name: "access beyond the list, one reviewed",
    path: "/access",
    reach: async (page) => page.locator(".log button").first().click(),
    shows: ".notice",
  },
  {
    name: "a person beyond the list",
    path: "/register",
    reach: async (page) => {
      pages.server.hidePerson(PEOPLE[0]!.key);
      await page.goto(new URL(`/people/${PEOPLE[0]!.key}`, page.url()).href);
      await page.locator("#access-own").check();
      await page.locator("form button[type=submit]").click();
    },
    shows: ".field.wrong",
  },
  {
    name: "a person to be shared",
    path: `/people/${PEOPLE[0]!.key}`,
    reach: async (page) => {
      await page.locator("[aria-labelledby=shares] .button").click();
      await page.locator("dialog button[type=submit]").click();
    },
    shows: "dialog .field.wrong",
  },
  { name: "cases", path: "/cases", before: adviser, shows: ".lines li" },
  { name: "a case", path: "/cases/12", before: adviser, shows: ".dose-now" },
  {
    name: "a case with its issues",
    path: "/cases/12",
    before: adviser,
    reach: async (page) => page.locator(".every-issue summary").click(),
    shows: ".issues tbody tr",
  },
  { name: "a case that is not there", path: "/cases/77", before: adviser, shows: "main .card" },
];

checkStates(() => pages, STATES);

it("a case says in words what is withheld from it", async () => {
  adviser();
  const { page, close } = await pages.open("/cases/12");
  await page.locator(".every-issue summary").click();
  await page.getByRole("cell", { name: "text withheld" }).waitFor();
  await page.getByRole("cell", { name: "oxycodone: product 1, name withheld" }).waitFor();
  await expect(page.locator("body").innerText()).resolves.not.toContain("withheld-");
  await close();
});
