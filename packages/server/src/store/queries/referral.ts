import { sql } from "kysely";
import type { Work } from "../schema.ts";
import { selectReferrals, type ReferralFound } from "./referrals-of-person.ts";

/** One referral, undone or not; null where there is none with this number. */
export const referral = async (trx: Work, id: number): Promise<ReferralFound | null> =>
  (await selectReferrals(sql`referral.id = ${id}`).execute(trx)).rows[0] ?? null;
