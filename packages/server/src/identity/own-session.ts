import type { FastifyRequest } from "fastify";
import { RequestProblem } from "../http/problems.ts";
import type { SignedIn } from "./actor.ts";

/** What one signs in with is changed only by whoever has just shown who they are. */
const LATELY_MINUTES = 10;
const MINUTE = 60_000;

/** The session that asks. */
export const ownSession = ({ actor }: FastifyRequest): SignedIn => {
  if (actor?.session == null) throw new RequestProblem("not-signed-in", "The command line has no session.");
  return actor.session;
};

/** The session that asks, where it was started lately: a browser that was left open changes nothing of this. */
export const ownFreshSession = (request: FastifyRequest): SignedIn => {
  const session = ownSession(request);
  if (Date.now() - session.startedAt >= LATELY_MINUTES * MINUTE)
    throw new RequestProblem(
      "sign-in-again",
      `For this change, sign-in must be less than ${LATELY_MINUTES} minutes ago.`,
    );
  return session;
};

/** Refuses what would make the printed password of a demonstration account untrue. */
export const refuseDemonstration = ({ account }: SignedIn): void => {
  if (account.demonstration)
    throw new RequestProblem(
      "demonstration-account",
      "It signs in by the password that the service says at its start.",
    );
};
