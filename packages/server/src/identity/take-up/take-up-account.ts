import type { TakeUpStart } from "@concord/exchange/api";
import type { FastifyRequest } from "fastify";
import { RequestProblem } from "../../http/problems.ts";
import type { ServiceParts } from "../../http/service.ts";
import { addAuditEntries } from "../../store/queries/add-audit-entries.ts";
import { newAccount } from "../../store/queries/new-account.ts";
import { useCode, type CodeToTakeUp } from "../../store/queries/one-time-codes.ts";
import type { Work } from "../../store/schema.ts";
import { identityEntry } from "../identity-entry.ts";
import { completeSignIn, type Admit, type Who } from "../sign-in/complete-sign-in.ts";
import { codeNotValid } from "./held-code.ts";

/** Who takes an account up: whom the code names, or, of the first administrator, what they call themselves. */
export type Taker = Pick<Who, "login" | "name">;

/** The first administrator says login and name; everybody else has them already. */
export const takerOf = ({ account }: CodeToTakeUp, { login, name }: Omit<TakeUpStart, "code">): Taker => {
  if (account !== null) return account;
  if (login !== undefined && name !== undefined) return { login, name };
  const missing = [login === undefined ? "login" : null, name === undefined ? "name" : null].filter(
    (it) => it !== null,
  );
  throw new RequestProblem("request-not-valid", `The first account needs ${missing.join(" and ")}.`, {
    problems: missing.map((it) => ({
      at: `body.${it}`,
      found: "nothing",
      todo: "Say how the first account is called.",
    })),
  });
};

interface TakingUp {
  readonly held: CodeToTakeUp;
  readonly taker: Taker;
  /** By what the account is signed in to from now on. */
  readonly by: "password-code" | "passkey" | "oidc";
  /** Of the first administrator, where it is known before. */
  readonly id?: string;
  /** Keeps what the account signs in with. */
  readonly keep: (accountId: string) => Promise<void>;
}

const accountOf = async (trx: Work, practiceId: string, { held, taker, id }: TakingUp): Promise<Who> => {
  if (held.account !== null) return held.account;
  const made = await newAccount(trx, {
    ...(id === undefined ? {} : { id }),
    ...taker,
    practiceId,
    roles: ["administrator"],
    personId: null,
    demonstration: false,
    createdBy: null,
  });
  if (made === null) throw codeNotValid();
  return { ...taker, id: made };
};

/** Uses a code up: the account gets what it signs in with, the log says so, and a session starts. All of it or nothing. */
export const takeUpAccount = async (
  trx: Work,
  request: FastifyRequest,
  parts: ServiceParts,
  taking: TakingUp,
): Promise<Admit> => {
  if (!(await useCode(trx, taking.held.codeHash))) throw codeNotValid();
  const who = await accountOf(trx, parts.practiceId, taking);
  await taking.keep(who.id);
  const about = { by: taking.by, first: taking.held.account === null };
  await addAuditEntries(trx, parts.practiceId, [identityEntry(request, who, "account.taken-up", about)]);
  return completeSignIn(trx, request, parts, who, "one-time-code");
};
