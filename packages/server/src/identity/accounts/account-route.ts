import {
  account as accountAnswer,
  accountChange,
  accountList,
  accountParams,
  oneTimeCode,
  type Account,
} from "@concord/exchange/api";
import { answers } from "../../http/answers.ts";
import { inRecordsOf } from "../../http/in-records.ts";
import { aboutPeople } from "../../http/request-facts.ts";
import type { Service, ServiceParts } from "../../http/service.ts";
import { accounts } from "../../store/queries/accounts.ts";
import { changeAccountOf, presentAccount } from "./change-account.ts";
import { handOverNewCode, openOrClose, renameAndGiveRoles } from "./account-changes.ts";

const tags = ["accounts"];
const config = { action: "account.change" } as const;
const params = accountParams;

export const accountRoutes = (service: Service, parts: ServiceParts): void => {
  const change = changeAccountOf(parts);
  const inService = inRecordsOf(parts, { asService: true });

  service.get(
    "/api/accounts",
    {
      config: { action: "account.read" },
      schema: {
        tags,
        summary: "Every account, by name; those that are closed too",
        response: answers({ 200: accountList }),
      },
    },
    async (request) => ({
      accounts: await inService(request, async (trx): Promise<Account[]> => {
        const found = await accounts(trx);
        aboutPeople(
          request,
          found.map(({ personId }) => personId).filter((id) => id !== null),
        );
        return found.map(presentAccount);
      }),
    }),
  );

  service.put(
    "/api/accounts/:account",
    {
      config,
      schema: {
        tags,
        summary: "Calls an account otherwise, or gives it other roles, which ends its sessions",
        params,
        body: accountChange,
        response: answers({ 200: accountAnswer }),
      },
    },
    async (request) => {
      request.facts.about["roles"] = request.body.roles;
      const { account } = await change(
        request,
        request.params.account,
        renameAndGiveRoles(parts, request.params.account, request.body),
      );
      return account;
    },
  );

  service.post(
    "/api/accounts/:account/code",
    {
      config,
      schema: {
        tags,
        summary: "Lets an account be taken up anew by a one-time code; what it signed in with no longer holds",
        params,
        response: answers({ 200: oneTimeCode }),
      },
    },
    async (request) =>
      (await change(request, request.params.account, handOverNewCode(parts, request.params.account))).code!,
  );

  for (const [word, closed, summary] of [
    ["close", true, "Closes an account: its sessions end, and nobody signs in to it"],
    ["open", false, "Opens an account that was closed"],
  ] as const)
    service.post(
      `/api/accounts/:account/${word}`,
      { config, schema: { tags, summary, params, response: answers({ 200: accountAnswer }) } },
      async (request) =>
        (await change(request, request.params.account, openOrClose(parts, request.params.account, closed))).account,
    );
};
