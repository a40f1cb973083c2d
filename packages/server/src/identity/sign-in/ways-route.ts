import { signInWays } from "@concord/exchange/api";
import { answers } from "../../http/answers.ts";
import type { Service, ServiceParts } from "../../http/service.ts";
import { inPractice } from "../../store/in-practice.ts";
import { accountsThere } from "../../store/queries/accounts-there.ts";
import { relyingParty } from "../relying-party.ts";

export const waysRoutes = (service: Service, { db, practiceId, publicUrl, oidc = [] }: ServiceParts): void => {
  service.get(
    "/api/sign-in/ways",
    {
      config: { action: "open" },
      schema: {
        tags: ["signing in"],
        summary: "The ways in that there are here, and whether somebody has to be the first",
        response: answers({ 200: signInWays }),
      },
    },
    async (request) => {
      const { any, demonstration } = await inPractice(db, practiceId, accountsThere);
      return {
        password: true as const,
        passkey: relyingParty(request, publicUrl) !== null,
        oidc: oidc.map(({ id, name }) => ({ id, name })),
        first: !any,
        demonstration,
      };
    },
  );
};
