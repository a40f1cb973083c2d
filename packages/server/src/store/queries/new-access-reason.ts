import { sql } from "kysely";
import type { Work } from "../schema.ts";

interface New {
  readonly practiceId: string;
  readonly accountId: string;
  readonly personId: number;
  readonly reason: string;
  readonly hours: number;
}

/** Lets an account see a person for so many hours from now; until when. */
export const newAccessReason = async (
  trx: Work,
  { practiceId, accountId, personId, reason, hours }: New,
): Promise<string> => {
  const { until } = await trx
    .insertInto("access_reason")
    .values({
      practice_id: practiceId,
      account_id: accountId,
      person_id: personId,
      reason,
      until: sql<string>`clock_timestamp() + make_interval(hours => ${hours})`,
    })
    .returning("until")
    .executeTakeFirstOrThrow();
  return until;
};
