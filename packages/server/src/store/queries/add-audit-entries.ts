import type { AuditEntry } from "../../audit/audit-entry.ts";
import type { Work } from "../schema.ts";

/** Adds entries to the end of the log, in this order; the database gives each its number, time and place in the chain. */
export const addAuditEntries = async (trx: Work, practiceId: string, entries: readonly AuditEntry[]): Promise<void> => {
  await trx
    .insertInto("audit_log")
    .values(
      entries.map((it) => ({
        practice_id: practiceId,
        account_id: it.accountId,
        who: it.who,
        roles: it.roles.join(","),
        purpose: it.purpose,
        action: it.action,
        outcome: it.outcome,
        people: [...(it.people ?? [])],
        everybody: it.everybody ?? false,
        about: JSON.stringify(it.about ?? {}),
        why: it.why ?? "",
        from_where: it.fromWhere ?? "",
        request: it.request ?? "",
      })),
    )
    .execute();
};
