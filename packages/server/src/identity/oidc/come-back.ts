import type { FastifyReply, FastifyRequest } from "fastify";
import * as client from "openid-client";
import { RequestProblem } from "../../http/problems.ts";
import type { ServiceParts } from "../../http/service.ts";
import { inPractice } from "../../store/in-practice.ts";
import { accountOfIdentity, linkIdentity, type Identity } from "../../store/queries/oidc-identities.ts";
import { identityEntry } from "../identity-entry.ts";
import { completeSignIn, type Admit } from "../sign-in/complete-sign-in.ts";
import { takeUpAccount } from "../take-up/take-up-account.ts";
import { isAway, saidNo } from "./connections.ts";
import type { Flow } from "./flows.ts";
import type { OidcProvider } from "./provider-settings.ts";

/** Why nobody was let in, for the address of the page that says so. */
export type WhyNot =
  | "not-linked"
  | "start-again"
  | "provider-refused"
  | "provider-not-answering"
  | "sign-in-refused"
  | "code-not-valid"
  | "identity-taken";

class NotLetIn extends Error {
  readonly why: WhyNot;

  constructor(why: WhyNot) {
    super(why);
    this.why = why;
  }
}

const MOST_SUBJECT = 255;

const requires = (required: OidcProvider["require"], claims: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(required).every(([claim, values]) => [claims[claim]].flat().some((it) => values.includes(String(it))));

const whyNot = (error: unknown): WhyNot => {
  if (error instanceof NotLetIn) return error.why;
  if (isAway(error)) return "provider-not-answering";
  return saidNo(error) ? "provider-refused" : "sign-in-refused";
};

/** Whom the provider says that it was: its answer is taken to the token endpoint, and the identity checked. */
const identityOf = async (
  config: client.Configuration,
  flow: Flow,
  search: string,
  { require: required }: OidcProvider,
): Promise<Identity> => {
  const tokens = await client.authorizationCodeGrant(config, new URL(search, flow.redirectUri), {
    expectedState: flow.state,
    expectedNonce: flow.nonce,
    pkceCodeVerifier: flow.verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims()!;
  if (claims.sub.length > MOST_SUBJECT || !requires(required, claims)) throw new NotLetIn("sign-in-refused");
  return { issuer: claims.iss, subject: claims.sub };
};

/** Signs in whom the identity is linked to, or links it to the account that is being taken up. */
const letIn = (parts: ServiceParts, request: FastifyRequest, flow: Flow, identity: Identity): Promise<Admit> =>
  inPractice(parts.db, parts.practiceId, async (trx) => {
    if (flow.takingUp !== null)
      return takeUpAccount(trx, request, parts, {
        ...flow.takingUp,
        by: "oidc",
        keep: async (accountId) => {
          if (!(await linkIdentity(trx, parts.practiceId, { ...identity, accountId })))
            throw new NotLetIn("identity-taken");
        },
      });
    const account = await accountOfIdentity(trx, identity);
    if (account === null) throw new NotLetIn("not-linked");
    return completeSignIn(trx, request, parts, account, "oidc");
  });

/** Back from the provider: null once somebody is signed in; why not, otherwise. */
export const comeBack = async (
  parts: ServiceParts,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  provider: OidcProvider,
  config: () => Promise<client.Configuration>,
  flow: Flow,
): Promise<WhyNot | null> => {
  try {
    const { search } = new URL(request.raw.url ?? "/", "http://localhost");
    const identity = await identityOf(await config(), flow, search, provider);
    (await letIn(parts, request, flow, identity))(reply);
    return null;
  } catch (error) {
    const isOurs = error instanceof RequestProblem;
    if (isOurs && error.code !== "code-not-valid" && error.code !== "sign-in-refused") throw error;
    const why = isOurs ? (error.code as WhyNot) : whyNot(error);
    // What libraries say may quote what came back: the code alone is written down.
    if (!isOurs) request.log.warn({ code: (error as { readonly code?: string }).code ?? why }, "not let in");
    const about = { by: "oidc", provider: provider.id, why };
    await parts.audit.note(identityEntry(request, flow.takingUp?.held.account ?? null, "session.refused", about));
    return why;
  }
};
