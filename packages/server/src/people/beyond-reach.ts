import type { FastifyRequest } from "fastify";
import { RequestProblem } from "../http/problems.ts";
import { aboutPeople } from "../http/request-facts.ts";
import { purposeOf } from "../policy/policy.ts";
import { asService } from "../store/in-practice.ts";
import { personId } from "../store/queries/person-id.ts";
import type { Work } from "../store/schema.ts";
import { personNotKnown } from "./person-not-known.ts";

/** Whether whoever asks may look beyond their list, with a reason. */
export const mayAskForAccess = ({ actor }: FastifyRequest): boolean =>
  actor !== null && purposeOf("access.ask", actor.doers) !== null;

/**
 * Why somebody sees nobody with this key: nobody has it; or, for those who may ask for access, somebody who is not on
 * their list. The store hides such a person, so the service itself looks. Nothing else is done in this transaction.
 */
export const beyondReach = async (trx: Work, request: FastifyRequest, key: string): Promise<RequestProblem> => {
  if (!mayAskForAccess(request)) return personNotKnown();
  await asService(trx);
  const id = await personId(trx, key);
  if (id === null) return personNotKnown();
  aboutPeople(request, [id]);
  return new RequestProblem("reason-needed", "Say why you need to see them, and you can for some hours. It is logged.");
};
