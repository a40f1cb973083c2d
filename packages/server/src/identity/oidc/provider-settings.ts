import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CryptoKey } from "openid-client";
import { z } from "zod";
import { fieldProblems } from "../../http/field-problems.ts";
import { readPrivateKey, SIGNING_ALGORITHMS } from "./private-key.ts";

const FILE = "oidc.json";
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

const isIssuer = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === "https:" || (protocol === "http:" && LOOPBACK.has(hostname));
};

const text = z.string().min(1).max(2000);

const privateKey = z.strictObject({
  /** PKCS #8 in PEM; beside the settings, unless the path is whole. */
  file: text,
  algorithm: z.enum(SIGNING_ALGORITHMS).default("RS512"),
  keyId: text.optional(),
});

const provider = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]{1,40}$/, "Use small letters, digits and hyphens, 40 at most"),
    name: text,
    issuer: z.string().refine(isIssuer, "Give an address with https, such as https://issuer.example"),
    clientId: text,
    clientSecret: text.optional(),
    /** Where the secret goes: into the body or into the Authorization header. */
    clientSecretIn: z.enum(["body", "header"]).default("body"),
    privateKey: privateKey.optional(),
    scopes: z
      .array(text)
      .default(["openid"])
      .refine((scopes) => scopes.includes("openid"), "Name the scope openid"),
    /** Sent with the request to sign in, such as acr_values or vtr. */
    parameters: z.record(z.string(), z.string()).default({}),
    /** What the identity has to say, by claim: one of these. */
    require: z.record(z.string(), z.array(z.string()).min(1)).default({}),
  })
  .refine((it) => (it.clientSecret === undefined) !== (it.privateKey === undefined), {
    path: ["clientSecret"],
    message: "Give either clientSecret or privateKey",
  });

const settings = z
  .strictObject({ providers: z.array(provider) })
  .refine(({ providers }) => new Set(providers.map(({ id }) => id)).size === providers.length, {
    path: ["providers"],
    message: "Give each provider an id of its own",
  });

type Settings = z.infer<typeof provider>;

/** A service at which people sign in elsewhere, as the installation's settings have it. */
export interface OidcProvider extends Omit<Settings, "privateKey"> {
  readonly privateKey: { readonly key: CryptoKey; readonly kid?: string } | null;
}

/** Field by field, without what stands there: it may be a secret. */
const refuse = (path: string, problems: readonly { readonly at: string; readonly todo: string }[]): Error =>
  new Error(`${path} cannot be used. ${problems.map(({ at, todo }) => `${at}: ${todo}`).join(" ")}`);

const parsedJson = (path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as unknown;
  } catch {
    throw new Error(`${path} is no valid JSON.`);
  }
};

const withKey = async (
  { privateKey: key, ...it }: Settings,
  at: number,
  dataFolder: string,
  path: string,
): Promise<OidcProvider> => {
  if (key === undefined) return { ...it, privateKey: null };
  const read = await readPrivateKey(key.file, key.algorithm, dataFolder);
  if (typeof read === "string") throw refuse(path, [{ at: `oidc.providers.${at}.privateKey.file`, todo: read }]);
  return { ...it, privateKey: { key: read, ...(key.keyId === undefined ? {} : { kid: key.keyId }) } };
};

/** The providers that `oidc.json` in the data folder names; none where there is no such file. Refuses it by the field. */
export const readProviders = async (dataFolder: string): Promise<readonly OidcProvider[]> => {
  const path = join(dataFolder, FILE);
  if (!existsSync(path)) return [];
  const data = parsedJson(path);
  const found = settings.safeParse(data);
  if (!found.success) throw refuse(path, fieldProblems("oidc", found.error.issues, data));
  return Promise.all(found.data.providers.map((it, at) => withKey(it, at, dataFolder, path)));
};
