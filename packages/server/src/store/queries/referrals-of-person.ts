import { sql } from "kysely";
import type { Work } from "../schema.ts";

export interface ReferralFound {
  readonly id: number;
  readonly reference: string;
  readonly reason: string;
  readonly selfReferral: boolean;
  readonly at: string;
  readonly undoneAt: string | null;
}

/** One person's referrals, the latest first, those that were undone too. */
export const referralsOfPerson = async (trx: Work, personId: number): Promise<readonly ReferralFound[]> => {
  const { rows } = await sql<ReferralFound>`
    select referral.id, person.reference, reason, self_referral as "selfReferral", at, undone_at as "undoneAt"
    from referral join person on person.id = referral.person_id
    where referral.person_id = ${personId}
    order by referral.id desc`.execute(trx);
  return rows;
};
