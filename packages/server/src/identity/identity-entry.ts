import type { FastifyRequest } from "fastify";
import type { AuditEntry, OwnEvent } from "../audit/audit-entry.ts";

/** Whose account something happened to; null where no account is known by what was tried. */
export type Whose = { readonly id: string; readonly name: string } | null;

/** What happened on the way in or out, for the log: never a code, a password or what was typed. */
export const identityEntry = (
  { ip, id }: FastifyRequest,
  whose: Whose,
  action: OwnEvent,
  about: AuditEntry["about"] = {},
): AuditEntry => ({
  accountId: whose?.id ?? null,
  who: whose?.name ?? "",
  roles: [],
  purpose: "",
  action,
  outcome: action === "session.refused" ? "refused" : "done",
  about,
  fromWhere: ip,
  request: id,
});
