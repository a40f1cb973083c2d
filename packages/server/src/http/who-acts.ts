import type { FastifyRequest } from "fastify";
import { COMMAND_LINE } from "../identity/actor.ts";
import { isCommandLineKey } from "../identity/command-line-key.ts";
import { sessionTokenOf } from "../identity/session-cookie.ts";
import { purposeOf } from "../policy/policy.ts";
import { noFacts } from "./request-facts.ts";
import { RequestProblem } from "./problems.ts";
import type { Service, ServiceParts } from "./service.ts";

const actorOf = async (request: FastifyRequest, { sessions, commandLineKey }: ServiceParts) => {
  const { authorization } = request.headers;
  if (authorization !== undefined) return isCommandLineKey(authorization, commandLineKey) ? COMMAND_LINE : null;
  const token = sessionTokenOf(request);
  const session = token === null ? null : await sessions.of(token);
  if (session === null) return null;
  const { id, name, roles } = session.account;
  return { accountId: id, name, doers: roles, session };
};

const refuse = async ({ audit }: ServiceParts, request: FastifyRequest): Promise<never> => {
  const { actor, ip, id } = request;
  const action = request.routeOptions.config.action!;
  await audit.note({
    accountId: actor!.accountId,
    who: actor!.name,
    roles: actor!.doers,
    purpose: "",
    action: action as Exclude<typeof action, "open">,
    outcome: "refused",
    fromWhere: ip,
    request: id,
  });
  throw new RequestProblem("not-allowed", "Your roles do not allow this. Ask the administrator of the practice.");
};

/**
 * Every route says what it does, and is open to those alone to whom the policy allows that. A route that says nothing
 * cannot be added.
 */
export const guardRoutes = (service: Service, parts: ServiceParts): void => {
  service.decorateRequest("actor", null);
  service.decorateRequest("facts", null as never);
  service.addHook("onRoute", ({ url, config, method }) => {
    if (url.startsWith("/api") && config?.action === undefined)
      throw new Error(`${String(method)} ${url} does not say what it does.`);
  });
  service.addHook("onRequest", async (request) => {
    request.facts = noFacts();
    const { action } = request.routeOptions.config;
    if (action === undefined) return;
    request.actor = await actorOf(request, parts);
    if (action === "open") return;
    if (request.actor === null) throw new RequestProblem("not-signed-in", "Sign in, and ask again.");
    if (purposeOf(action, request.actor.doers) === null) await refuse(parts, request);
    if (!(await parts.doseSupport.allows(action)))
      throw new RequestProblem(
        "dose-support-off",
        "An administrator records the acceptance of the clinical safety officer on the page Safety; until then no dose is shown.",
      );
  });
};
