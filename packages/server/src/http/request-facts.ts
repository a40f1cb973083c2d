import type { Action } from "@concord/exchange/api";
import type { Actor } from "../identity/actor.ts";

/** What a request is about, as its handler learns it; for the log. */
export interface RequestFacts {
  readonly people: Set<number>;
  everybody: boolean;
  readonly about: Record<string, unknown>;
  why: string;
  /** An entry was written: nothing new is none again. */
  written: boolean;
}

export const noFacts = (): RequestFacts => ({
  people: new Set(),
  everybody: false,
  about: {},
  why: "",
  written: false,
});

/** `open` is for whoever is not signed in yet: it shows and changes no records. */
export type RouteAction = Action | "open";

declare module "fastify" {
  interface FastifyContextConfig {
    /** What the route does, by the name that the policy has for it. A route without one is not added. */
    action?: RouteAction;
  }
  interface FastifyRequest {
    actor: Actor | null;
    facts: RequestFacts;
  }
}

/** Notes whose records the answer shows or changes. */
export const aboutPeople = (request: { readonly facts: RequestFacts }, people: Iterable<number>): void => {
  for (const id of people) request.facts.people.add(id);
};
