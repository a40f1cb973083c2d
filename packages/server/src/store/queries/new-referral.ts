import { sql } from "kysely";
import type { Work } from "../schema.ts";

export interface Referring {
  readonly practiceId: string;
  readonly personId: number;
  readonly reason: string;
  readonly selfReferral: boolean;
  /** Who refers, by name. */
  readonly who: string;
}

/**
 * The number of a new referral; of the one that stands already where the very same was sent before, as a second click
 * does. Sent twice at once, the second waits for the first.
 */
export const newReferral = async (
  trx: Work,
  { practiceId, personId, reason, selfReferral, who }: Referring,
): Promise<{ readonly id: number; readonly isNew: boolean }> => {
  await sql`select pg_advisory_xact_lock(hashtext(${`referral ${practiceId} ${personId}`}))`.execute(trx);
  const standing = await trx
    .selectFrom("referral")
    .where("person_id", "=", personId)
    .where("reason", "=", reason)
    .where("self_referral", "=", selfReferral)
    .where("undone_at", "is", null)
    .select("id")
    .executeTakeFirst();
  if (standing !== undefined) return { id: standing.id, isNew: false };
  const { id } = await trx
    .insertInto("referral")
    .values({ practice_id: practiceId, person_id: personId, reason, self_referral: selfReferral, who })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { id, isNew: true };
};
