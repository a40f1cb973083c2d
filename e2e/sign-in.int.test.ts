import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Role } from "@concord/exchange/api";
import { generate } from "otplib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { extractOf } from "./service/extracts.ts";
import { axeFinds, keepScreen, openService, PHONE, tooWide, type OpenService } from "./service/open-service.ts";
import { endSessionsIn } from "./service/end-sessions.ts";

let service: OpenService;
beforeAll(async () => {
  service = await openService();
});
afterAll(() => service?.stop());

vi.setConfig({ testTimeout: 120_000 });
/** Other tests share the machine: what comes, comes within this, and nothing is judged by its speed. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 30_000 });

const sound = async (page: Page, name: string): Promise<void> => {
  await keepScreen(page, name);
  expect(await axeFinds(page)).toEqual([]);
  expect(await tooWide(page)).toBeLessThanOrEqual(0);
};

/** What the start of the service prints, as somebody reads it there. */
const passwordOf = (login: Role): string => {
  const text = readFileSync(join(service.folder, "demonstration-accounts.json"), "utf8");
  return (JSON.parse(text) as { login: string; password: string }[]).find((one) => one.login === login)!.password;
};

const give = async (page: Page, login: string | null, password: string): Promise<void> => {
  if (login !== null) await page.getByLabel("Account name").fill(login);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
};

/** An authenticator of the browser's own, which answers as somebody with a finger on it. */
const addAuthenticator = async (page: Page): Promise<void> => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
};

describe("an account to try the service with", () => {
  it("signs in on the page, sees what its role may see, and signs out", async () => {
    const { page, faults, close } = await service.window("/register?finding=high-dose", { roles: "nobody" });
    await page.waitForURL(/\/sign-in\?to=/);
    await page.getByText("printed with their passwords where the service was started").waitFor();
    await sound(page, "sign-in-1280");
    await give(page, "pharmacist", "not this one");
    await eventually(() => page.locator(".error").innerText()).toContain("is not right");
    await give(page, "pharmacist", passwordOf("pharmacist"));
    await page.locator(".people tbody tr").first().waitFor();
    expect(new URL(page.url()).search).toBe("?finding=high-dose");
    expect(await page.locator(".nav").innerText()).not.toContain("Accounts");
    await page.getByRole("button", { name: "Account of Demonstration Pharmacist" }).click();
    await sound(page, "account-menu-1280");
    await page.getByRole("button", { name: "Sign out", exact: true }).click();
    await page.getByText("You have signed out.").waitFor();
    await page.goBack();
    await page.waitForURL(/\/sign-in/);
    expect(await page.locator(".people").count()).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  it.each<[Role, string]>([
    ["evaluator", "/practice"],
    ["manager", "/practice"],
    ["administrator", "/accounts"],
    ["adviser", "/cases"],
    ["patient", "/own-record"],
  ])("of the role %s begins at %s, and nothing that it is shown is refused", async (role, home) => {
    const { page, faults, answers, close } = await service.window("/", { roles: "nobody", viewport: PHONE });
    await give(page, role, passwordOf(role));
    await page.locator(".account").waitFor();
    await eventually(() => new URL(page.url()).pathname).toBe(home);
    await page.locator("h1").waitFor();
    await page.waitForLoadState("networkidle");
    await sound(page, `home-${role}-390`);
    expect((await answers()).filter((text) => text.includes('"not-allowed"'))).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });
});

/** An administrator makes an account on the page, and reads its one-time code there. */
const makeAccount = async (login: string, role: string): Promise<string> => {
  const { page, faults, close } = await service.window("/sign-in", { roles: "nobody" });
  await give(page, "administrator", passwordOf("administrator"));
  await page.getByRole("link", { name: "Make an account" }).click();
  await page.getByLabel("Name", { exact: true }).fill("A newcomer");
  await page.getByLabel("Account name").fill(login);
  await page.getByLabel(role).check();
  await sound(page, "new-account-1280");
  await page.getByRole("button", { name: "Make the account" }).click();
  const code = await page.locator(".one-time-code").innerText();
  await sound(page, "one-time-code-1280");
  await page.getByRole("link", { name: "All accounts" }).click();
  await page.getByRole("row", { name: login }).getByText("waits for its one-time code").waitFor();
  await sound(page, "accounts-1280");
  expect(faults).toEqual([]);
  await close();
  return code;
};

describe("an account that an administrator made", () => {
  it("is taken up with a password and an authenticator, and signs in with both", async () => {
    const code = await makeAccount("new.pharmacist", "Pharmacist");
    const { page, faults, close } = await service.window("/sign-in", { roles: "nobody", viewport: PHONE });
    await page.getByRole("link", { name: "I have a one-time code from an administrator" }).click();
    await page.getByLabel("One-time code").fill(code.toUpperCase());
    await page.getByRole("button", { name: "Go on" }).click();
    await page.getByLabel("New password").fill("four words of nothing");
    await sound(page, "take-up-390");
    const secret = (await page.locator(".secret-text").innerText()).replaceAll(" ", "");
    await page.getByLabel("What does the authenticator show now?").fill(await generate({ secret }));
    await page.getByRole("button", { name: "Take up the account" }).click();
    await page.locator(".people tbody tr, .empty").first().waitFor();
    await page.locator(".account").click();
    await page.getByRole("button", { name: "Sign out", exact: true }).click();
    await give(page, "new.pharmacist", "four words of nothing");
    // The step of the code before is used up: the next is asked of the authenticator as of half a minute later.
    const later = Math.floor(Date.now() / 1000) + 30;
    await page.getByLabel("Code of your authenticator").fill(await generate({ secret, epoch: later }));
    await sound(page, "authenticator-code-390");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.locator(".people tbody tr").first().waitFor();
    await page.locator(".account").click();
    await page.getByRole("link", { name: "Your account" }).click();
    await page.getByText("You sign in with a password and the code of your authenticator.").waitFor();
    await sound(page, "own-account-390");
    await page.getByRole("button", { name: "Change the password" }).click();
    await page.getByLabel("Password now").fill("four words of nothing");
    await page.getByLabel("New password").fill("five other words of nothing");
    await page.getByRole("button", { name: "Change it" }).click();
    await eventually(() => page.locator(".notice").innerText()).toContain("Your password is changed.");
    expect(faults).toEqual([]);
    await close();
  });

  it("is taken up with a passkey, signs in with it, and again over the page", async () => {
    const code = await makeAccount("new.prescriber", "Prescriber");
    const { page, faults, close } = await service.window("/sign-in", { roles: "nobody" });
    await addAuthenticator(page);
    await page.goto(`${service.address.replace("127.0.0.1", "localhost")}/take-up`);
    await page.getByLabel("One-time code").fill(code);
    await page.getByRole("button", { name: "Go on" }).click();
    await page.getByLabel("Passkey", { exact: true }).check();
    await sound(page, "take-up-passkey-1280");
    await page.getByRole("button", { name: "Make a passkey" }).click();
    await page.locator(".people tbody tr").first().waitFor();
    await page.locator(".account").click();
    await page.getByRole("button", { name: "Sign out", exact: true }).click();
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await page.locator(".people tbody tr").first().waitFor();
    await page.getByRole("button", { name: "Refer someone else" }).click();
    await page.getByLabel("Person", { exact: true }).fill("NOBODY");
    await endSessionsIn(new URL(page.url()).origin, page);
    await page.getByRole("button", { name: "Refer", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "Sign in again to go on" });
    await dialog.getByRole("button", { name: "Sign in with a passkey" }).click();
    await page.getByText("Nobody with this reference is in the records").waitFor();
    await page.keyboard.press("Escape");
    await page.locator(".account").click();
    await page.getByRole("link", { name: "Your account" }).click();
    await page.getByText("It is the only thing that you sign in with").waitFor();
    await sound(page, "own-account-1280");
    await page.getByRole("button", { name: "Add a passkey" }).click();
    await page.getByRole("button", { name: "Make a passkey" }).click();
    await page.getByText("This device has a passkey for this account already.").waitFor();
    expect(faults).toEqual([]);
    await close();
  });
});

describe("a session that ends in the middle of an edit", () => {
  it("loses neither a reading nor a referral: both are sent after signing in over the page", async () => {
    const { page, faults, close } = await service.window("/imports", { roles: "nobody" });
    await give(page, "pharmacist", passwordOf("pharmacist"));
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Choose a file" }).click();
    await (await chooser).setFiles({ name: "END.csv", mimeType: "text/csv", buffer: Buffer.from(extractOf("END")) });
    await eventually(() => page.locator(".sum").first().innerText()).toContain("Rows read 8");
    await page.getByText("The row as it came").waitFor();
    await page.goto(`${service.address}/data-quality`);
    const text = page.locator(".unread", { hasText: "increase slowly with end" }).filter({ hasText: "5mg" });
    await text.getByRole("button", { name: /^Read this text/ }).click();
    await page.getByLabel(/^Least a day/).fill("2");
    await page.getByLabel(/^Most a day/).fill("4");
    await page.getByLabel(/^How you know/).fill("Asked the person");
    await endSessionsIn(service.address, page);
    await page.getByRole("button", { name: "Keep this reading" }).click();
    const dialog = page.getByRole("dialog", { name: "Sign in again to go on" });
    await dialog.getByText("You were signed in as Demonstration Pharmacist.").waitFor();
    await sound(page, "sign-in-again-1280");
    await give(page, null, passwordOf("pharmacist"));
    await eventually(() => page.locator(".notice").innerText()).toContain("The register follows at once.");
    await page.getByText("Note: Asked the person").waitFor();

    await page.goto(`${service.address}/register`);
    await page.getByRole("button", { name: "Refer someone else" }).click();
    await page.getByLabel("Person", { exact: true }).fill("END-1");
    await page.getByLabel("Another reason").check();
    await page.getByLabel("In your own words").fill("Asked at the desk");
    await endSessionsIn(service.address, page);
    await page.getByRole("button", { name: "Refer", exact: true }).click();
    await dialog.waitFor();
    await give(page, null, passwordOf("pharmacist"));
    await eventually(() => page.locator(".notice").innerText()).toContain("END-1 is referred.");
    expect(faults).toEqual([]);
    await close();
  });
});
