import type { Referral } from "@concord/exchange/api";
import type { ReferralFound } from "../store/queries/referrals-of-person.ts";

export const presentReferral = ({
  id,
  reference,
  key,
  reason,
  selfReferral,
  at,
  undoneAt,
}: ReferralFound): Referral => ({
  id,
  person: reference,
  key,
  reason,
  selfReferral,
  at,
  undoneAt,
});
