import { elsewhere, oidcParams, signInElsewhere, takeUpStart } from "@concord/exchange/api";
import type { FastifyReply, FastifyRequest } from "fastify";
import * as client from "openid-client";
import { answers, textFile } from "../../http/answers.ts";
import { RequestProblem } from "../../http/problems.ts";
import type { Service, ServiceParts } from "../../http/service.ts";
import { identityEntry } from "../identity-entry.ts";
import { heldCode } from "../take-up/held-code.ts";
import { takerOf } from "../take-up/take-up-account.ts";
import { comeBack, type WhyNot } from "./come-back.ts";
import { connections } from "./connections.ts";
import { keepFlows, type Flow } from "./flows.ts";
import { movingOnPage } from "./moving-on-page.ts";
import type { OidcProvider } from "./provider-settings.ts";

const tags = ["signing in"];
const HTML = "text/html; charset=utf-8";

export const oidcRoutes = (service: Service, parts: ServiceParts): void => {
  const providers = parts.oidc ?? [];
  const connectionOf = connections();
  const flows = keepFlows();

  const providerOf = (id: string): OidcProvider => {
    const found = providers.find((it) => it.id === id);
    if (found !== undefined) return found;
    throw new RequestProblem("provider-not-known", "See the ways to sign in that there are.");
  };

  const redirectUriOf = ({ protocol, host }: FastifyRequest, { id }: OidcProvider): string =>
    `${parts.publicUrl ?? `${protocol}://${host}`}/api/sign-in/oidc/${id}/callback`;

  const begin = async (
    request: FastifyRequest,
    reply: FastifyReply,
    provider: OidcProvider,
    then: Pick<Flow, "to" | "takingUp">,
  ): Promise<{ location: string }> => {
    const config = await connectionOf(provider).catch(() => {
      throw new RequestProblem("provider-not-answering", `${provider.name} is away. Try later, or another way.`);
    });
    const flow: Flow = {
      ...then,
      provider: provider.id,
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
      redirectUri: redirectUriOf(request, provider),
    };
    const location = client.buildAuthorizationUrl(config, {
      ...provider.parameters,
      redirect_uri: flow.redirectUri,
      scope: provider.scopes.join(" "),
      state: flow.state,
      nonce: flow.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(flow.verifier),
      code_challenge_method: "S256",
    });
    flows.begin(request, reply, flow);
    return { location: location.href };
  };

  service.post(
    "/api/sign-in/oidc/:provider",
    {
      config: { action: "open" },
      schema: {
        tags,
        summary: "Begins to sign in elsewhere: the page goes on to the location",
        params: oidcParams,
        body: signInElsewhere,
        response: answers({ 200: elsewhere }),
      },
    },
    (request, reply) =>
      begin(request, reply, providerOf(request.params.provider), { to: request.body.to ?? "/", takingUp: null }),
  );

  service.post(
    "/api/take-up/oidc/:provider",
    {
      config: { action: "open" },
      schema: {
        tags,
        summary: "Begins to take an account up by one-time code with an identity elsewhere",
        params: oidcParams,
        body: takeUpStart,
        response: answers({ 200: elsewhere }),
      },
    },
    async (request, reply) => {
      const provider = providerOf(request.params.provider);
      const held = await heldCode(request, reply, parts, request.body.code);
      const taker = takerOf(held, request.body);
      return begin(request, reply, provider, { to: "/", takingUp: { held, taker } });
    },
  );

  service.get(
    "/api/sign-in/oidc/:provider/callback",
    {
      config: { action: "open" },
      schema: {
        tags,
        summary: "Where somebody comes back to from signing in elsewhere: a page that moves on",
        params: oidcParams,
        response: answers({
          200: textFile(HTML, "A page that moves on, to one that says why not where nobody is let in"),
        }),
      },
    },
    async (request, reply) => {
      const provider = providerOf(request.params.provider);
      const flow = flows.end(request, reply);
      const why: WhyNot | null =
        flow === null || flow.provider !== provider.id
          ? "start-again"
          : await comeBack(parts, { request, reply }, provider, () => connectionOf(provider), flow);
      if (why === "start-again") {
        const about = { by: "oidc", provider: provider.id, why };
        await parts.audit.note(identityEntry(request, null, "session.refused", about));
      }
      return reply.type(HTML).send(movingOnPage(why === null ? flow!.to : `/sign-in?problem=${why}`));
    },
  );
};
