import { sql } from "kysely";
import type { Work } from "../schema.ts";
import { selectReferrals, type ReferralFound } from "./referrals-of-person.ts";

/** Everyone's referrals that were not undone, the latest first. */
export const standingReferrals = async (trx: Work): Promise<readonly ReferralFound[]> =>
  (await selectReferrals(sql`undone_at is null`).execute(trx)).rows;
