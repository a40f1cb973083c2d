import { createHash, generateKeyPairSync, sign, type KeyObject } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider, type ClientMetadata, type JWK } from "oidc-provider";

/** Changes the claims of the next identities, which are signed anew by the provider's own key. */
export type Twist = (claims: Record<string, unknown>) => Record<string, unknown>;

/** An OpenID provider on this machine, at which whoever says who they are is believed. */
export interface TestProvider {
  readonly issuer: string;
  twist: Twist | null;
  /** Signs in at a location as somebody; the address that the browser is sent back to. */
  readonly signIn: (location: string, subject: string) => Promise<URL>;
  /** Says no there. */
  readonly refuse: (location: string) => Promise<URL>;
  readonly stop: () => Promise<void>;
}

const ID = "test-key";
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

const signedAnew = (token: string, twist: Twist, key: KeyObject): string => {
  const claims = JSON.parse(Buffer.from(token.split(".")[1]!, "base64url").toString()) as Record<string, unknown>;
  const body = `${part({ alg: "RS256", kid: ID })}.${part(twist(claims))}`;
  return `${body}.${sign("sha256", Buffer.from(body), key).toString("base64url")}`;
};

/** A browser at the provider: cookies, and redirects until one leads away from it. */
const browserAt = (issuer: string) => {
  const cookies = new Map<string, string>();
  const ask = async (url: URL, form?: Record<string, string>): Promise<{ url: URL; page: string }> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(url, {
      redirect: "manual",
      headers: { cookie },
      ...(form === undefined ? {} : { method: "POST", body: new URLSearchParams(form) }),
    });
    for (const set of answer.headers.getSetCookie()) {
      const [name, value] = set.split(";", 1)[0]!.split("=", 2) as [string, string];
      cookies.set(name, value);
    }
    const to = answer.headers.get("location");
    if (to === null) return { url, page: await answer.text() };
    const next = new URL(to, url);
    return next.origin === new URL(issuer).origin ? ask(next) : { url: next, page: "" };
  };
  return ask;
};

export const startProvider = async (clients: readonly ClientMetadata[], port = 0): Promise<TestProvider> => {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const jwk = { ...privateKey.export({ format: "jwk" }), kid: ID, alg: "RS256", use: "sig" } as JWK;
  const provider = new Provider(issuer, {
    clients: [...clients],
    jwks: { keys: [jwk] },
    cookies: { keys: [createHash("sha256").update(issuer).digest("hex")] },
    pkce: { required: () => true },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    enabledJWA: { clientAuthSigningAlgValues: ["RS512", "RS256"] },
    ttl: { Interaction: 600, Session: 600, Grant: 600, IdToken: 600, AccessToken: 600 },
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({
        clientId: oidc.client!.clientId,
        ...(oidc.session?.accountId === undefined ? {} : { accountId: oidc.session.accountId }),
      });
      grant.addOIDCScope("openid");
      await grant.save();
      return grant;
    },
  });
  const it: TestProvider = {
    issuer,
    twist: null,
    signIn: async (location, subject) => {
      const ask = browserAt(issuer);
      const { url } = await ask(new URL(location));
      return (await ask(url, { prompt: "login", login: subject, password: "any" })).url;
    },
    refuse: async (location) => {
      const ask = browserAt(issuer);
      const { url } = await ask(new URL(location));
      return (await ask(new URL(`${url.href}/abort`))).url;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  provider.use(async (ctx, next) => {
    await next();
    const answer = ctx.body as { id_token?: string } | undefined;
    if (ctx.path === "/token" && it.twist !== null && answer?.id_token !== undefined)
      answer.id_token = signedAnew(answer.id_token, it.twist, privateKey);
  });
  server.on("request", provider.callback());
  return it;
};
