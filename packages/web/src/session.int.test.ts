import { gzipSync } from "node:zlib";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { CODE, FIRST_CODE, ONE_TIME_CODE, PASSWORD } from "./fixtures/identity.fixture.ts";
import { openPages } from "./fixtures/open-pages.fixture.ts";

let pages: Awaited<ReturnType<typeof openPages>>;
beforeAll(async () => {
  pages = await openPages("production");
});
afterEach(() => pages.server.reset());
afterAll(async () => pages?.stop());

const PHONE = { viewport: { width: 390, height: 844 } };
const nav = async (page: Page): Promise<string[]> => page.locator(".nav a > span:first-child").allInnerTexts();
const drafts = (page: Page) =>
  page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith("concord.")));
const give = async (page: Page, login: string | null, password = PASSWORD): Promise<void> => {
  if (login !== null) await page.getByLabel("Account name").fill(login);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
};

describe("signing in", () => {
  it.each([
    ["a wide screen", {}],
    ["a phone", PHONE],
  ])("leads back to where somebody wanted to go, on %s", async (_, how) => {
    pages.server.signInAs(null);
    const { page, faults, close } = await pages.open("/register?finding=high-dose&sort=age", how);
    await page.waitForURL(/\/sign-in\?to=/);
    await give(page, "Staff");
    await expect.poll(() => new URL(page.url()).search).toBe("?finding=high-dose&sort=age");
    await page.locator(".people tbody tr").first().waitFor();
    await page.getByRole("button", { name: "Account of J. Pereira" }).waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  it("goes nowhere but to these pages", async () => {
    pages.server.signInAs(null);
    const { page, close } = await pages.open("/sign-in?to=https%3A%2F%2Felsewhere.example%2F");
    await give(page, "staff");
    await page.locator(".people tbody tr").first().waitFor();
    expect(new URL(page.url()).pathname).toBe("/register");
    await close();
  });

  it("is nothing to do for whoever is signed in", async () => {
    const { page, faults, close } = await pages.open("/sign-in?to=%2Fpractice%3Fshare%3Dyes");
    await page.locator(".columns .band-1").first().waitFor();
    expect(new URL(page.url()).search).toBe("?share=yes");
    expect(faults).toEqual([]);
    await close();
  });

  it("says what is not right, keeps what was typed, and asks for the code when it is needed", async () => {
    pages.server.signInAs(null);
    pages.server.identity().asksCode = true;
    const { page, close } = await pages.open("/sign-in");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    const summary = page.locator(".problem-card");
    await expect.poll(() => summary.innerText()).toContain("Enter the name of your account");
    await expect(summary.evaluate((it) => it === document.activeElement)).resolves.toBe(true);
    await summary.getByRole("link", { name: "Enter your password" }).click();
    await expect(page.locator(":focus").getAttribute("autocomplete")).resolves.toBe("current-password");
    await give(page, "staff", "not this one");
    await expect.poll(() => page.locator(".error").innerText()).toContain("is not right");
    await expect(page.getByLabel("Account name").inputValue()).resolves.toBe("staff");
    await give(page, null);
    await expect.poll(() => page.locator(":focus").getAttribute("autocomplete")).toBe("one-time-code");
    // As an authenticator writes it.
    await page.keyboard.insertText("246 810");
    await page.keyboard.press("Enter");
    await page.locator(".people tbody tr").first().waitFor();
    await close();
  });

  it("tells kindly how long the next try has to wait, and takes it then", async () => {
    pages.server.signInAs(null);
    pages.server.identity().wait = 2;
    const { page, close } = await pages.open("/sign-in");
    await give(page, "staff");
    await expect.poll(() => page.getByRole("timer").innerText()).toMatch(/^You can try again in 0:0[12]\.$/);
    await expect(page.getByRole("button", { name: "Sign in", exact: true }).isDisabled()).resolves.toBe(true);
    pages.server.identity().wait = 0;
    await page.getByText("You can try again now.").waitFor();
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.locator(".people tbody tr").first().waitFor();
    await close();
  });

  it("is one of the names and purposes that programs for passwords know", async () => {
    pages.server.signInAs(null);
    const { page, close } = await pages.open("/sign-in");
    await page.locator("form").waitFor();
    const fields = await page
      .locator("form input")
      .evaluateAll((all) => all.map((one) => [one.getAttribute("name"), one.getAttribute("autocomplete")]));
    expect(fields).toEqual([
      ["username", "username"],
      ["password", "current-password"],
    ]);
    await close();
  });
});

describe("whoever is signed in", () => {
  const CARE = ["Register", "Data quality", "Practice", "Import"];
  it.each([
    ["staff", "/register", [...CARE, "Accounts"], []],
    ["worker", "/register", ["Register"], ["Data quality", "Practice", "Import", "Accounts"]],
    ["evaluator", "/practice", ["Practice"], ["Register", "Data quality", "Import", "Accounts"]],
    ["manager", "/practice", ["Practice", "Import"], ["Register", "Data quality", "Accounts"]],
    ["admin", "/accounts", ["Accounts"], CARE],
  ])("as %s begins at %s and sees the pages that are for them: %j, not %j", async (login, home, seen, unseen) => {
    pages.server.signInAs(login);
    const { page, faults, close } = await pages.open("/");
    await page.locator("h1").waitFor();
    await expect.poll(() => new URL(page.url()).pathname).toBe(home);
    await expect.poll(() => nav(page)).toEqual(expect.arrayContaining(seen));
    expect((await nav(page)).filter((name) => unseen.includes(name))).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  it("is offered nothing that they may not do, and nothing fails", async () => {
    pages.server.signInAs("worker");
    const { page, answers, close } = await pages.open("/register");
    await page.getByRole("button", { name: "Refer SYN-007992" }).waitFor();
    for (const name of [/^Invite /, "Change places"]) expect(await page.getByRole("button", { name }).count()).toBe(0);
    for (const name of [/^Export/, "Read the texts"]) expect(await page.getByRole("link", { name }).count()).toBe(0);
    pages.server.signInAs("evaluator");
    await page.goto(`${pages.server.address}/practice`);
    await page.locator(".columns rect").first().waitFor();
    expect(await page.locator("main a").count()).toBe(0);
    expect((await answers()).filter((text) => text.includes('"status":4'))).toEqual([]);
    await close();
  });

  it("opens the account menu by keyboard, signs out, and leaves nothing typed", async () => {
    const { page, close } = await pages.open("/register");
    await page.getByRole("button", { name: "Refer someone else" }).click();
    await page.getByLabel("Person", { exact: true }).fill("SYN-007955");
    await page.keyboard.press("Escape");
    expect(await drafts(page)).toHaveLength(1);
    const menu = page.getByRole("button", { name: "Account of J. Pereira" });
    await menu.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Your account" }).waitFor();
    await page.keyboard.press("Escape");
    await expect(menu.evaluate((it) => it === document.activeElement)).resolves.toBe(true);
    await page.keyboard.press("Space");
    for (const _ of [1, 2]) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText("You have signed out.").waitFor();
    expect(await drafts(page)).toEqual([]);
    expect(pages.server.identity().signedIn).toBeNull();
    await page.goto(`${pages.server.address}/register`);
    await page.waitForURL(/\/sign-in/);
    await close();
  });

  it("is signed out in the other tabs too", async () => {
    const { page, close } = await pages.open("/register");
    const other = await page.context().newPage();
    await other.goto(`${pages.server.address}/practice`);
    await other.getByRole("button", { name: "Account of J. Pereira" }).click();
    await other.getByRole("button", { name: "Sign out everywhere" }).click();
    await other.getByText("here and everywhere else").waitFor();
    await page.waitForURL(/\/sign-in/);
    expect(await page.locator(".people").count()).toBe(0);
    await close();
  });
});

const typeReading = async (page: Page): Promise<void> => {
  await page.getByRole("button", { name: /Read this text of Oramorph/ }).click();
  await page.getByLabel("Least a day, ml").fill("10");
  await page.getByLabel("Most a day, ml").fill("40");
  await page.getByLabel("How you know").fill("Asked the person");
};

describe("a session that ends in the middle of an edit", () => {
  it("loses no reading: signed in again over the page, the change is sent once more", async () => {
    const { page, faults, close } = await pages.open("/data-quality");
    await typeReading(page);
    pages.server.signInAs(null);
    await page.getByRole("button", { name: "Keep this reading" }).click();
    const dialog = page.getByRole("dialog", { name: "Sign in again to go on" });
    await dialog.getByText("You were signed in as J. Pereira.").waitFor();
    await expect.poll(() => page.locator(":focus").getAttribute("autocomplete")).toBe("current-password");
    for (const _ of [1, 2, 3]) await page.keyboard.press("Escape");
    await dialog.waitFor();
    await give(page, null, "not this one");
    await dialog.locator(".error").waitFor();
    await give(page, null);
    await expect.poll(() => page.locator(".notice").innerText()).toContain("The register follows at once.");
    await expect.poll(() => page.locator(".unread").count()).toBe(3);
    expect(await dialog.count()).toBe(0);
    expect(pages.server.records().readings.filter(({ key }) => key === "k1")).toMatchObject([
      { min: 10, max: 40, note: "Asked the person", who: "J. Pereira" },
    ]);
    expect(faults).toEqual([]);
    await close();
  });

  it("loses no referral, whose own dialogue stays open behind", async () => {
    const { page, close } = await pages.open("/register", PHONE);
    await page.getByRole("button", { name: "Refer SYN-007992" }).click();
    await page.getByLabel("Another reason").check();
    await page.getByLabel("In your own words").fill("Asked at the desk");
    pages.server.signInAs(null);
    await page.getByRole("button", { name: "Refer", exact: true }).click();
    await page.getByRole("dialog", { name: "Sign in again to go on" }).waitFor();
    await give(page, null);
    await expect.poll(() => page.locator(".notice").innerText()).toContain("SYN-007992 is referred.");
    expect(pages.server.records().referrals.filter(({ reason }) => reason === "Asked at the desk")).toHaveLength(1);
    await close();
  });

  it("keeps what was typed over a reload, and through signing in on the page for it", async () => {
    const { page, close } = await pages.open("/data-quality");
    await typeReading(page);
    pages.server.signInAs(null);
    await page.reload();
    await page.waitForURL(/\/sign-in\?to=%2Fdata-quality/);
    await give(page, "staff");
    await expect.poll(() => page.getByLabel("Most a day, ml").inputValue()).toBe("40");
    await close();
  });

  it("begins anew for another account, and leaves it nothing of what was typed", async () => {
    const { page, close } = await pages.open("/data-quality");
    await typeReading(page);
    pages.server.signInAs(null);
    await page.getByRole("button", { name: "Keep this reading" }).click();
    await page.getByRole("button", { name: "Sign in as someone else" }).click();
    await give(page, "m.lindqvist");
    await page.getByRole("button", { name: "Account of M. Lindqvist" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/register");
    expect(await drafts(page)).toEqual([]);
    expect(pages.server.records().readings.filter(({ key }) => key === "k1")).toEqual([]);
    await close();
  });

  it("goes on in every tab once somebody signed in again in one", async () => {
    const { page, close } = await pages.open("/register");
    await page.locator(".people tbody tr").first().waitFor();
    const other = await page.context().newPage();
    await other.goto(`${pages.server.address}/data-quality`);
    await other.locator(".unread").first().waitFor();
    pages.server.signInAs(null);
    await page.getByLabel("Order by").selectOption("age-up");
    await other.getByRole("button", { name: /^Take back the reading of Codeine 15mg/ }).click();
    for (const tab of [page, other]) await tab.getByRole("dialog").waitFor();
    await give(page, null);
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await other.getByRole("dialog").waitFor({ state: "detached" });
    await expect.poll(() => other.locator(".notice").innerText()).toContain("Taken back: Codeine 15mg tablets");
    await close();
  });
});

describe("nobody touching the page", () => {
  it("is asked in good time; staying goes on", async () => {
    const { page, close } = await pages.open("/register");
    await page.locator(".people tbody tr").first().waitFor();
    await page.clock.install();
    await page.reload();
    await page.locator(".people tbody tr").first().waitFor();
    await page.clock.fastForward("26:30");
    expect(await page.getByRole("dialog").count()).toBe(0);
    await page.clock.fastForward("01:00");
    const dialog = page.getByRole("dialog", { name: "Are you still there?" });
    await expect.poll(() => dialog.getByRole("timer").innerText()).toMatch(/^Time left: 2:\d\d$/);
    await page.getByRole("button", { name: "Stay signed in" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.clock.fastForward("05:00");
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect(pages.server.identity().signedIn).not.toBeNull();
    await close();
  });

  it("ends the session, covers the page, and goes on where it was after signing in", async () => {
    const { page, close } = await pages.open("/data-quality");
    await page.clock.install();
    await page.reload();
    await typeReading(page);
    await page.clock.fastForward("31:00");
    const dialog = page.getByRole("dialog", { name: "Sign in again to go on" });
    await dialog.getByText("Nobody touched the page for a while").waitFor();
    await expect.poll(() => pages.server.identity().signedIn).toBeNull();
    await expect(dialog.evaluate((it) => getComputedStyle(it, "::backdrop").backgroundColor)).resolves.toMatch(
      /^rgb\(/,
    );
    await give(page, null);
    await dialog.waitFor({ state: "detached" });
    await expect(page.getByLabel("Most a day, ml").inputValue()).resolves.toBe("40");
    await close();
  });
});

describe("taking up an account", () => {
  it("by password and authenticator leads to the first page of its role", async () => {
    pages.server.signInAs(null);
    pages.server.identity().accounts.find(({ login }) => login === "adviser")!.roles = ["evaluator"];
    const { page, faults, close } = await pages.open("/take-up");
    await page.getByLabel("One-time code").fill(ONE_TIME_CODE.toLowerCase().replaceAll("-", " "));
    await page.getByRole("button", { name: "Go on" }).click();
    await page.getByLabel("New password").fill("too short");
    await page.getByLabel("What does the authenticator show now?").fill("111111");
    await page.getByRole("button", { name: "Take up the account" }).click();
    await expect.poll(() => page.locator(".error").innerText()).toContain("at least 12 characters");
    await page.getByLabel("New password").fill("four words of nothing");
    await page.getByRole("button", { name: "Take up the account" }).click();
    await expect.poll(() => page.locator(".error").innerText()).toContain("not the digits of this authenticator");
    await page.getByLabel("What does the authenticator show now?").fill(CODE);
    await page.getByRole("button", { name: "Take up the account" }).click();
    await page.getByRole("button", { name: "Account of Dr Adviser" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/practice");
    expect(faults).toEqual([]);
    await close();
  });

  it("makes the first administrator, who says who they are", async () => {
    pages.server.signInAs(null);
    pages.server.identity().first = true;
    const { page, close } = await pages.open("/");
    await page.getByRole("link", { name: "Enter the one-time code" }).click();
    await page.getByLabel("One-time code").fill(FIRST_CODE);
    await page.getByRole("button", { name: "Go on" }).click();
    await page.getByLabel("Your name").fill("F. Irst");
    await page.getByLabel("Account name").fill("f.irst");
    await page.getByLabel("New password").fill("four words of nothing");
    await page.getByLabel("What does the authenticator show now?").fill(CODE);
    await page.getByRole("button", { name: "Take up the account" }).click();
    await page.getByRole("button", { name: "Account of F. Irst" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/accounts");
    await close();
  });
});

describe("accounts", () => {
  it("are made with a one-time code that is shown once, and looked after", async () => {
    pages.server.signInAs("admin");
    const { page, faults, close } = await pages.open("/accounts");
    await page.getByRole("link", { name: "Make an account" }).click();
    await page.getByLabel("Name", { exact: true }).fill("New Worker");
    await page.getByLabel("Account name").fill("Worker");
    await page.getByLabel("Project worker").check();
    await page.getByRole("button", { name: "Make the account" }).click();
    await expect.poll(() => page.locator(".error").innerText()).toContain("Another account has this name");
    await page.getByLabel("Account name").fill("worker2");
    await page.getByRole("button", { name: "Make the account" }).click();
    await expect.poll(() => page.locator(".one-time-code").innerText()).toBe(ONE_TIME_CODE);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "Copy the code" }).click();
    await page.getByText("Copied.").waitFor();
    await expect(page.evaluate(() => navigator.clipboard.readText())).resolves.toBe(ONE_TIME_CODE);
    await page.getByRole("link", { name: "All accounts" }).click();
    await page.getByRole("link", { name: "New Worker" }).click();
    expect(await page.locator(".one-time-code").count()).toBe(0);
    await page.getByLabel("Evaluator").check();
    await page.getByRole("button", { name: "Keep the change" }).click();
    await expect.poll(() => page.locator(".notice").innerText()).toContain("New Worker is changed");
    await page.getByRole("button", { name: "Close the account" }).click();
    await page.getByRole("heading", { name: "Open the account again" }).waitFor();
    expect(pages.server.identity().accounts.at(-1)).toMatchObject({
      login: "worker2",
      roles: ["project-worker", "evaluator"],
      person: null,
    });
    expect(pages.server.identity().accounts.at(-1)?.disabledAt).not.toBeNull();
    expect(faults).toEqual([]);
    await close();
  });

  it("link a patient to their record, whose role stands alone", async () => {
    const { page, close } = await pages.open("/accounts/new");
    await page.getByLabel("Name", { exact: true }).fill("B. Patient");
    await page.getByLabel("Account name").fill("b.patient");
    await page.getByLabel("Prescriber").check();
    await page.getByLabel("Patient").check();
    await expect(page.getByLabel("Prescriber").isChecked()).resolves.toBe(false);
    await page.getByLabel("Who they are in the records").fill("NOBODY");
    await page.getByRole("button", { name: "Make the account" }).click();
    await expect.poll(() => page.locator(".error").innerText()).toContain("Nobody with this reference");
    await page.getByLabel("Who they are in the records").fill("SYN-007955");
    await page.getByRole("button", { name: "Make the account" }).click();
    await page.locator(".one-time-code").waitFor();
    expect(pages.server.identity().accounts.at(-1)).toMatchObject({ roles: ["patient"], person: "SYN-007955" });
    await close();
  });

  it("keep the last administrator", async () => {
    pages.server.identity().accounts = pages.server.identity().accounts.filter(({ login }) => login !== "staff");
    pages.server.signInAs("admin");
    const { page, close } = await pages.open("/accounts");
    await page.getByRole("link", { name: "N. Admin" }).click();
    await page.getByLabel("Evaluator").check();
    await page.getByLabel("Administrator").uncheck();
    await page.getByRole("button", { name: "Keep the change" }).click();
    await expect.poll(() => page.locator(".error").innerText()).toContain("This is the last administrator.");
    await close();
  });
});

describe("one's own account", () => {
  it("is changed after a sign-in of just now, which is asked for where it is not", async () => {
    pages.server.identity().fresh = false;
    const { page, faults, close } = await pages.open("/account");
    await page.getByRole("button", { name: "Remove the passkey Phone" }).click();
    const dialog = page.getByRole("dialog", { name: "Show that it is you" });
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByText("Nothing was changed, since you did not sign in again.").waitFor();
    expect(pages.server.identity().own.passkeys).toHaveLength(1);
    await page.getByRole("button", { name: "Remove the passkey Phone" }).click();
    await give(page, null);
    await page.getByText("You have none yet.").waitFor();
    await page.getByRole("button", { name: "End the session of Safari on iPhone" }).click();
    await expect.poll(() => page.locator("section[aria-labelledby=sessions] li").count()).toBe(1);
    expect(faults).toEqual([]);
    await close();
  });
});

describe("what signing in loads", () => {
  it("is little, and the library of passkeys only when it is used", async () => {
    pages.server.signInAs(null);
    const { page, close } = await pages.open("/sign-in");
    await page.locator("form").waitFor();
    const names = await page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .map(({ name }) => new URL(name).pathname)
        .filter((name) => name.endsWith(".js")),
    );
    const texts = [...new Set(names)].map((name) => readFileSync(join(pages.dist, name), "utf8"));
    expect(texts.reduce((sum, text) => sum + gzipSync(text).length, 0)).toBeLessThan(180_000);
    expect(texts.filter((text) => text.includes("navigator.credentials"))).toEqual([]);
    await close();
  });
});
