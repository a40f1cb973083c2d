import { z } from "zod";

/** Who a person is to the service; one person may be several. */
export const ROLES = [
  "prescriber",
  "pharmacist",
  "project-worker",
  "adviser",
  "manager",
  "evaluator",
  "patient",
  "administrator",
] as const;
export const role = z.enum(ROLES);

/** What records are read for; it stands with every read, in the log and in the database. */
export const PURPOSES = ["direct-care", "evaluation", "administration"] as const;
export const purpose = z.enum(PURPOSES);

/** Everything that can be done with the service, each allowed to some roles and to nobody else. */
export const ACTIONS = [
  "service.describe",
  "practice.read",
  "practice-view.read",
  "register.read",
  "register.export",
  "filters.read",
  "filters.change",
  "person.find",
  "person.read",
  "own-record.read",
  "referral.read",
  "referral.change",
  "invitations.read",
  "invitations.change",
  "invitations.capacity",
  "unread-directions.read",
  "reading.change",
  "import.read",
  "import.change",
  "records.export",
  "backup.take",
  "backup.restore",
  "account.read",
  "account.change",
  "own-account.read",
  "own-account.change",
  "access.ask",
  "access.review",
  "access.mark",
  "person-log.read",
  "own-log.read",
  "log.read",
  "log.verify",
  "share.read",
  "share.change",
  "case.read",
  "safety.read",
  "safety.accept",
  "person.export",
  "person.remove",
] as const;
export const action = z.enum(ACTIONS);

export type Role = z.infer<typeof role>;
export type Purpose = z.infer<typeof purpose>;
export type Action = z.infer<typeof action>;
