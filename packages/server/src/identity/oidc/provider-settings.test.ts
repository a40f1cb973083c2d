import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readProviders } from "./provider-settings.ts";

let folder = "";
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "concord-settings-"))));
afterEach(() => rmSync(folder, { recursive: true }));

const GOOD = { id: "cis2", name: "NHS CIS2", issuer: "https://issuer.example", clientId: "c", clientSecret: "HIDDEN" };
const read = (settings: unknown) => {
  writeFileSync(join(folder, "oidc.json"), typeof settings === "string" ? settings : JSON.stringify(settings));
  return readProviders(folder);
};
const readOne = (more: object) => read({ providers: [{ ...GOOD, ...more }] });

describe("settings of providers", () => {
  test("need not be there", async () => {
    expect(await readProviders(folder)).toEqual([]);
    expect(await read({ providers: [] })).toEqual([]);
  });

  test("have what is usual where nothing else is said", async () => {
    expect(await readOne({})).toEqual([
      { ...GOOD, clientSecretIn: "body", scopes: ["openid"], parameters: {}, require: {}, privateKey: null },
    ]);
  });

  test("may name a private key beside them", async () => {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    writeFileSync(join(folder, "key.pem"), privateKey.export({ type: "pkcs8", format: "pem" }));
    const [provider] = await readOne({ clientSecret: undefined, privateKey: { file: "key.pem", keyId: "k" } });
    expect(provider!.privateKey).toMatchObject({ kid: "k", key: { algorithm: { hash: { name: "SHA-512" } } } });
    expect(provider!.privateKey!.key.extractable).toBe(false);
    const wrong = readOne({ clientSecret: undefined, privateKey: { file: "key.pem", algorithm: "ES256" } });
    await expect(wrong).rejects.toThrow(
      "oidc.providers.0.privateKey.file: The file is no private key in PEM for ES256.",
    );
  });

  test.each([
    [{ issuer: "http://issuer.example" }, "oidc.providers.0.issuer: Give an address with https"],
    [{ issuer: "issuer" }, "oidc.providers.0.issuer: "],
    [{ id: "Not An Id" }, "oidc.providers.0.id: "],
    [{ clientId: undefined }, "oidc.providers.0.clientId: "],
    [{ clientSecret: undefined }, "oidc.providers.0.clientSecret: Give either clientSecret or privateKey"],
    [{ privateKey: { file: "x" } }, "oidc.providers.0.clientSecret: Give either clientSecret or privateKey"],
    [
      { clientSecret: undefined, privateKey: { file: "none.pem" } },
      "oidc.providers.0.privateKey.file: There is no such file.",
    ],
    [{ scopes: ["profile"] }, "oidc.providers.0.scopes: Name the scope openid"],
    [{ clientSecert: "x" }, "oidc.providers.0: "],
    [{ require: { acr: [] } }, "oidc.providers.0.require.acr: "],
  ])("are refused by the field: %j", async (more, says) => {
    const refused = readOne(more);
    await expect(refused).rejects.toThrow(says);
    await expect(refused).rejects.not.toThrow("HIDDEN");
  });

  test("are refused where two have one id, and where they are no JSON", async () => {
    await expect(read({ providers: [GOOD, GOOD] })).rejects.toThrow("Give each provider an id of its own");
    await expect(read('{"clientSecret": "HIDDEN"')).rejects.toThrow(/oidc\.json is no valid JSON\.$/);
  });
});
