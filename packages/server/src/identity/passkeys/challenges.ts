import type { FastifyReply, FastifyRequest } from "fastify";
import { RequestProblem } from "../../http/problems.ts";
import { keepBriefly } from "../kept-briefly.ts";
import { newToken } from "../token.ts";

const NAME = "concord_challenge";
const MINUTES = 5;

/** Challenges that browsers were given: each is answered once, by the browser that has it, and soon. */
export interface Challenges<T> {
  readonly give: (request: FastifyRequest, reply: FastifyReply, given: T) => void;
  /** What was given; refuses an answer to nothing. */
  readonly take: (request: FastifyRequest, reply: FastifyReply) => T;
}

/** Of one purpose: what was given for another is none here. */
export const keepChallenges = <T>(): Challenges<T> => {
  const given = keepBriefly<T>({ minutes: MINUTES });
  const attributes = ({ protocol }: FastifyRequest) =>
    ({ path: "/api", httpOnly: true, sameSite: "strict", secure: protocol === "https" }) as const;
  return {
    give: (request, reply, it) => {
      const key = newToken();
      given.keep(key, it);
      void reply.setCookie(NAME, key, { ...attributes(request), maxAge: MINUTES * 60 });
    },
    take: (request, reply) => {
      const found = given.take(request.cookies[NAME] ?? "");
      void reply.clearCookie(NAME, attributes(request));
      if (found === null) throw new RequestProblem("start-again", "Use the passkey again from the start.");
      return found;
    },
  };
};
