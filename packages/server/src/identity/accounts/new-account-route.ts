import { accountMade, newAccount as newAccountBody, type AccountMade, type NewAccount } from "@concord/exchange/api";
import type { FastifyRequest } from "fastify";
import { answers } from "../../http/answers.ts";
import { inRecordsOf } from "../../http/in-records.ts";
import { RequestProblem } from "../../http/problems.ts";
import { aboutPeople } from "../../http/request-facts.ts";
import type { Service, ServiceParts } from "../../http/service.ts";
import { personNotKnown } from "../../people/person-not-known.ts";
import { asService, inPractice } from "../../store/in-practice.ts";
import { accountById } from "../../store/queries/accounts.ts";
import { newAccount } from "../../store/queries/new-account.ts";
import { personByReference } from "../../store/queries/person-by-reference.ts";
import { presentAccount } from "./change-account.ts";
import { codeToHandOver } from "./hand-over-code.ts";

export const newAccountRoutes = (service: Service, parts: ServiceParts): void => {
  const { db, practiceId } = parts;
  const inRecords = inRecordsOf(parts);

  /** An administrator sees nobody of the records: the service looks the reference up. */
  const personOf = async (request: FastifyRequest, reference: string | undefined): Promise<number | null> => {
    if (reference === undefined) return null;
    const found = await inPractice(db, practiceId, (trx) => personByReference(trx, reference));
    if (found === null) throw personNotKnown();
    aboutPeople(request, [found.id]);
    return found.id;
  };

  const make = async (request: FastifyRequest, { person, ...given }: NewAccount): Promise<AccountMade> => {
    const it = { ...given, practiceId, personId: await personOf(request, person), demonstration: false };
    return inRecords(request, async (trx) => {
      const id = await newAccount(trx, { ...it, createdBy: request.actor!.accountId });
      if (id === null) throw new RequestProblem("login-taken", "Call the account otherwise.");
      Object.assign(request.facts.about, { account: id, change: "made", roles: given.roles });
      await asService(trx);
      const code = await codeToHandOver(trx, practiceId, id);
      return { ...code, account: presentAccount((await accountById(trx, id))!) };
    });
  };

  service.post(
    "/api/accounts",
    {
      config: { action: "account.change" },
      schema: {
        tags: ["accounts"],
        summary: "Makes an account; its one-time code is shown this once, for whoever takes it up",
        body: newAccountBody,
        response: answers({ 201: accountMade }),
      },
    },
    async (request, reply) => reply.code(201).send(await make(request, request.body)),
  );
};
