import type { AccessReason } from "@concord/exchange/api";
import type { AccessReasonFound } from "../store/queries/access-reasons.ts";

export const presentReason = (it: AccessReasonFound): AccessReason => ({
  id: it.id,
  person: it.person,
  key: it.key,
  account: { id: it.accountId, name: it.accountName },
  reason: it.reason,
  at: it.at,
  until: it.until,
  reviewed: it.reviewedAt === null ? null : { by: it.reviewedBy ?? "", at: it.reviewedAt },
});
