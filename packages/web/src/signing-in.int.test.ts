import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { checkStates, type State } from "./fixtures/check-states.fixture.ts";
import { CODE, FIRST_CODE, ONE_TIME_CODE, PASSWORD } from "./fixtures/identity.fixture.ts";
import { openPages } from "./fixtures/open-pages.fixture.ts";

let pages: Awaited<ReturnType<typeof openPages>>;
beforeAll(async () => {
  pages = await openPages("development");
});
afterEach(() => pages.server.reset());
afterAll(async () => pages?.stop());

/** The key of the authenticator stands on the page in groups. */
const KEY_IN_GROUPS = "JBSW Y3DP EHPK 3PXP";
const signedOut = (): void => pages.server.signInAs(null);
/** With marks round every text the fields are known by what they are for, not by their names. */
const give = async (page: Page, password: string): Promise<void> => {
  await page.locator("[autocomplete=username]").fill("staff");
  await page.locator("[autocomplete=current-password]").fill(password);
  await page.locator("form [type=submit]").click();
};
const enterCode = async (page: Page, code: string): Promise<void> => {
  await page.locator("form input").fill(code);
  await page.locator("form [type=submit]").click();
};
const lock = async (page: Page): Promise<void> => {
  await page.locator(".people tbody tr").first().waitFor();
  pages.server.signInAs(null);
  await page.locator(".over-table select").selectOption("age-up");
};

const STATES: readonly State[] = [
  { name: "signing in", path: "/sign-in", before: signedOut, shows: ".other-ways .button" },
  {
    name: "signing in without a word",
    path: "/sign-in",
    before: signedOut,
    reach: async (page) => page.locator("form [type=submit]").click(),
    shows: ".problem-card a",
  },
  {
    name: "a password that is not right",
    path: "/sign-in",
    before: signedOut,
    reach: (page) => give(page, "not this one"),
    shows: ".error",
    typed: "staff",
  },
  {
    name: "the code of the authenticator",
    path: "/sign-in",
    before: () => {
      signedOut();
      pages.server.identity().asksCode = true;
    },
    reach: (page) => give(page, PASSWORD),
    shows: "[autocomplete=one-time-code]",
  },
  {
    name: "a try that has to wait",
    path: "/sign-in",
    before: () => {
      signedOut();
      pages.server.identity().wait = 83;
    },
    reach: (page) => give(page, PASSWORD),
    shows: "[role=timer]",
  },
  {
    name: "a sign-in of the organisation that is not linked",
    path: "/sign-in?problem=not-linked",
    before: signedOut,
    shows: ".problem-card",
  },
  { name: "signed out", path: "/sign-in?out=everywhere", before: signedOut, shows: ".note" },
  { name: "signed in in a window of its own", path: "/sign-in/done", shows: ".card" },
  {
    name: "nobody has an account yet",
    path: "/sign-in",
    before: () => {
      signedOut();
      pages.server.identity().first = true;
    },
    shows: ".card .button",
  },
  { name: "the one-time code", path: "/take-up", before: signedOut, shows: "form" },
  {
    name: "a one-time code that does not hold",
    path: "/take-up",
    before: signedOut,
    reach: (page) => enterCode(page, "XXXX"),
    shows: ".error",
  },
  {
    name: "taking up an account",
    path: "/take-up",
    before: signedOut,
    reach: async (page) => {
      await enterCode(page, ONE_TIME_CODE);
      await page.locator("form [type=submit]").click();
    },
    typed: KEY_IN_GROUPS,
    shows: ".problem-card a",
  },
  {
    name: "taking up an account by passkey",
    path: "/take-up",
    before: signedOut,
    reach: async (page) => {
      await enterCode(page, ONE_TIME_CODE);
      await page.locator("#way-passkey").check();
    },
    shows: "form",
  },
  {
    name: "taking up an account by the organisation's sign-in",
    path: "/take-up",
    before: signedOut,
    reach: async (page) => {
      await enterCode(page, ONE_TIME_CODE);
      await page.locator("#way-oidc-care").check();
    },
    shows: ".card > .button",
  },
  {
    name: "the first administrator",
    path: "/take-up",
    before: () => {
      signedOut();
      pages.server.identity().first = true;
    },
    reach: async (page) => {
      await enterCode(page, FIRST_CODE);
      await page.locator(".authenticator").waitFor();
      await page.locator("[autocomplete=one-time-code]").fill(CODE);
      await page.locator("form [type=submit]").click();
    },
    typed: KEY_IN_GROUPS,
    shows: "[autocomplete=name][aria-invalid]",
  },
  {
    name: "the account menu",
    path: "/register",
    reach: async (page) => page.locator(".account").click(),
    shows: ".account-box a",
  },
  {
    name: "a page that is not for one's role",
    path: "/register",
    before: () => pages.server.signInAs("evaluator"),
    shows: ".card a",
  },
  { name: "a role without a page", path: "/", before: () => pages.server.signInAs("adviser"), shows: ".card a" },
  {
    name: "the register of a project worker",
    path: "/",
    before: () => pages.server.signInAs("worker"),
    shows: ".people tbody tr",
  },
  {
    name: "the practice of an evaluator",
    path: "/",
    before: () => pages.server.signInAs("evaluator"),
    shows: ".columns rect",
  },
  { name: "a session that has ended", path: "/register", reach: lock, shows: "dialog .other-ways" },
  {
    name: "someone else signing in after a session that has ended",
    path: "/register",
    reach: async (page) => {
      await lock(page);
      await page.locator("dialog .under-form .link").click();
    },
    shows: "dialog [autocomplete=username]:not([hidden])",
  },
  {
    name: "the question whether somebody is still there",
    path: "/register",
    before: () => (pages.server.identity().idleMinutes = 0.1),
    shows: "dialog [role=timer]",
  },
  { name: "one's own account", path: "/account", shows: "#sessions" },
  {
    name: "a password being changed",
    path: "/account",
    reach: async (page) => {
      await page.locator("section .button").first().click();
      await page.locator("form [type=submit]").click();
    },
    shows: ".problem-card a",
  },
  {
    name: "a passkey being added",
    path: "/account",
    reach: async (page) => page.locator("section[aria-labelledby=passkeys] .button").click(),
    shows: "section[aria-labelledby=passkeys] form",
  },
  {
    name: "an own account without a password",
    path: "/account",
    before: () => Object.assign(pages.server.identity().own, { hasPassword: false, identities: [] }),
    shows: "#sessions",
  },
  {
    name: "the own account of a demonstration",
    path: "/account",
    before: () => pages.server.signInAs("patient"),
    shows: ".empty",
  },
  {
    name: "a change that asks for a sign-in of just now",
    path: "/account",
    before: () => (pages.server.identity().fresh = false),
    reach: async (page) => page.locator("section[aria-labelledby=passkeys] li .link").click(),
    shows: "dialog .other-ways",
  },
  { name: "the accounts", path: "/accounts", shows: ".accounts tbody tr" },
  {
    name: "an account being made",
    path: "/accounts/new",
    reach: async (page) => page.locator("form [type=submit]").click(),
    shows: ".problem-card a",
  },
  {
    name: "an account of a patient being made",
    path: "/accounts/new",
    reach: async (page) => {
      await page.locator(".roles input").last().check();
      await page.locator("form [type=submit]").click();
    },
    shows: ".roles ~ .field .error",
  },
  {
    name: "an account that is made",
    path: "/accounts/new",
    reach: async (page) => {
      await page.locator("form input[type=text]").first().fill("New Worker");
      await page.locator("form input[type=text]").nth(1).fill("new.worker");
      await page.locator(".roles input").nth(2).check();
      await page.locator("form [type=submit]").click();
    },
    shows: ".one-time-code",
    typed: "http",
  },
  { name: "an account", path: "/accounts/00000000-0000-4000-8000-000000000002", shows: "#close" },
  { name: "one's own among the accounts", path: "/accounts/00000000-0000-4000-8000-000000000001", shows: "#close" },
  { name: "an account that is closed", path: "/accounts/00000000-0000-4000-8000-000000000007", shows: "#close" },
  { name: "an account of the demonstration", path: "/accounts/00000000-0000-4000-8000-000000000008", shows: ".note" },
  { name: "an account that is not there", path: "/accounts/none", shows: ".empty" },
  {
    name: "a new code being asked for",
    path: "/accounts/00000000-0000-4000-8000-000000000002",
    reach: async (page) => page.locator("section[aria-labelledby=code] .button").click(),
    shows: "dialog .button",
  },
];

checkStates(() => pages, STATES);
