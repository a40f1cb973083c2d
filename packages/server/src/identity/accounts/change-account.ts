import type { Account, OneTimeCode } from "@concord/exchange/api";
import type { FastifyRequest } from "fastify";
import { inRecordsOf } from "../../http/in-records.ts";
import { RequestProblem } from "../../http/problems.ts";
import { aboutPeople } from "../../http/request-facts.ts";
import type { ServiceParts } from "../../http/service.ts";
import { asService } from "../../store/in-practice.ts";
import { accountById, type AccountFound } from "../../store/queries/accounts.ts";
import { administratorThere, lockAdministrators } from "../../store/queries/administrators.ts";
import { accountToChange, type AccountBefore } from "../../store/queries/changed-account.ts";
import type { Work } from "../../store/schema.ts";
import type { Forget } from "../sessions.ts";

export const presentAccount = (it: AccountFound): Account => ({
  id: it.id,
  login: it.login,
  name: it.name,
  roles: [...it.roles],
  person: it.person,
  demonstration: it.demonstration,
  createdAt: it.createdAt,
  disabledAt: it.disabledAt,
  takenUp: it.takenUp,
  lastSeenAt: it.lastSeenAt,
});

/** What the service did beside the change. */
interface Followed {
  readonly forget: Forget;
  readonly code?: OneTimeCode;
}

/** A change of one account by an administrator. */
export interface AccountChanging {
  /** For the log. */
  readonly change: string;
  /** Afterwards the account is none of an administrator who can sign in. */
  readonly takesAdministrator: boolean;
  /** As the administrator, held to their rights by the database. */
  readonly own?: (trx: Work, before: AccountBefore) => Promise<void>;
  /** By the service: what an administrator may cause and not see. */
  readonly follows: (trx: Work, before: AccountBefore) => Promise<Followed>;
}

export type ChangeAccount = (
  request: FastifyRequest,
  id: string,
  changing: AccountChanging,
) => Promise<{ readonly account: Account; readonly code?: OneTimeCode }>;

/** Changes one account in one transaction; refuses what would leave no administrator who can sign in. */
export const changeAccountOf = (parts: ServiceParts): ChangeAccount => {
  const inRecords = inRecordsOf(parts);
  return async (request, id, { change, takesAdministrator, own, follows }) => {
    Object.assign(request.facts.about, { account: id, change });
    const { forget, ...done } = await inRecords(request, async (trx) => {
      await lockAdministrators(trx);
      const before = await accountToChange(trx, id);
      if (before === null) throw new RequestProblem("account-not-known", "See the list of accounts.");
      await own?.(trx, before);
      await asService(trx);
      const followed = await follows(trx, before);
      const wasOne = before.roles.includes("administrator") && before.disabledAt === null;
      if (wasOne && takesAdministrator && !(await administratorThere(trx)))
        throw new RequestProblem("last-administrator", "Make another administrator first, who has signed in once.");
      const account = (await accountById(trx, id))!;
      if (account.personId !== null) aboutPeople(request, [account.personId]);
      return { ...followed, account: presentAccount(account) };
    });
    forget();
    return done;
  };
};
