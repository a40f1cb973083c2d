import { sql, type RawBuilder } from "kysely";
import type { Work } from "../schema.ts";

export interface ReferralFound {
  readonly id: number;
  readonly reference: string;
  readonly key: string;
  readonly reason: string;
  readonly selfReferral: boolean;
  readonly at: string;
  readonly undoneAt: string | null;
}

/** A referral with the reference and the key of whom it is about. */
export const selectReferrals = (condition: RawBuilder<unknown>) => sql<ReferralFound>`
  select referral.id, person.reference, person.key, reason, self_referral as "selfReferral", at, undone_at as "undoneAt"
  from referral join person on person.id = referral.person_id
  where ${condition}
  order by referral.id desc`;

/** One person's referrals, the latest first, those that were undone too. */
export const referralsOfPerson = async (trx: Work, personId: number): Promise<readonly ReferralFound[]> =>
  (await selectReferrals(sql`referral.person_id = ${personId}`).execute(trx)).rows;
