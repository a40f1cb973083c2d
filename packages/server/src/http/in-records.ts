import type { Action, Purpose } from "@concord/exchange/api";
import type { FastifyRequest } from "fastify";
import type { AuditEntry } from "../audit/audit-entry.ts";
import type { Actor } from "../identity/actor.ts";
import { POLICY, purposeOf } from "../policy/policy.ts";
import { addAuditEntries } from "../store/queries/add-audit-entries.ts";
import { actingIn, inPractice } from "../store/in-practice.ts";
import type { Work } from "../store/schema.ts";
import { RequestProblem } from "./problems.ts";
import type { ServiceParts } from "./service.ts";

/** What tells nothing of anybody's records, and would fill the log. */
const QUIET: ReadonlySet<Action> = new Set([
  "service.describe",
  "practice.read",
  "own-account.read",
  "safety.read",
  "filters.read",
]);

interface Asking {
  readonly actor: Actor;
  readonly action: Action;
  readonly purpose: Purpose;
}

/** Who asks for what: a guard has let the request in already. */
const askingOf = ({ actor, routeOptions }: FastifyRequest): Asking => {
  const { action } = routeOptions.config;
  const purpose = actor === null || action === undefined || action === "open" ? null : purposeOf(action, actor.doers);
  if (purpose === null) throw new RequestProblem("not-allowed", "Your roles do not allow this.");
  return { actor: actor!, action: action as Action, purpose };
};

/** Whether what is asked for is asked for to evaluate the service, which tells of nobody. */
export const isEvaluation = (request: FastifyRequest): boolean => askingOf(request).purpose === "evaluation";

const entryOf = (
  { facts, ip, id }: FastifyRequest,
  { actor, action, purpose }: Asking,
  outcome: AuditEntry["outcome"],
): AuditEntry => ({
  accountId: actor.accountId,
  who: actor.name,
  roles: actor.doers,
  purpose,
  action,
  outcome,
  people: [...facts.people],
  everybody: facts.everybody,
  about: facts.about,
  why: facts.why,
  fromWhere: ip,
  request: id,
});

/** Writes down a read whose work is not one transaction of its own, such as a download. */
export const noteRead = (request: FastifyRequest, audit: ServiceParts["audit"]): Promise<void> =>
  audit.note(entryOf(request, askingOf(request), "done"));

/** Work on the practice's records in one transaction, as whoever asks, and written into the log. */
export type InRecords = <T>(request: FastifyRequest, work: (trx: Work) => Promise<T>) => Promise<T>;

type Parts = Pick<ServiceParts, "db" | "practiceId" | "audit" | "changes">;

interface How {
  /** By the service: for counts, and for what is caused but not seen. */
  readonly asService?: boolean;
  /** Without the columns that say who somebody is. */
  readonly masked?: boolean;
}

/** A change is logged in its own transaction; what was read, before it is answered. */
export const inRecordsOf =
  ({ db, practiceId, audit, changes }: Parts, { asService = false, masked = false }: How = {}): InRecords =>
  async (request, work) => {
    const asking = askingOf(request);
    const { actor, action, purpose } = asking;
    const changed = POLICY[action].changes === true;
    const inOne = async (trx: Work) => {
      const done = await work(trx);
      if (changed) await addAuditEntries(trx, practiceId, [entryOf(request, asking, "done")]);
      return done;
    };
    const acting = asService
      ? inPractice(db, practiceId, inOne)
      : actingIn(db, practiceId, { accountId: actor.accountId, doers: actor.doers, purpose, masked }, inOne);
    const done = await acting.catch(async (error: unknown) => {
      // Somebody is there whom they may not see: that they tried to is written down.
      if (error instanceof RequestProblem && error.code === "reason-needed")
        await audit.note(entryOf(request, asking, "refused"));
      throw error;
    });
    if (changed) changes.happened();
    if (!changed && !QUIET.has(action) && !request.facts.written) await audit.note(entryOf(request, asking, "done"));
    request.facts.written = true;
    return done;
  };
