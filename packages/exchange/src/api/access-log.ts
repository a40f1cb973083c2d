import { z } from "zod";
import { instant, paging, personKey, personReference } from "./shapes.ts";

/** What became of a request, for whoever looks through the log. */
export const LOG_KINDS = ["read", "changed", "taken-out", "refused"] as const;
export const logKind = z.enum(LOG_KINDS);
const account = z.uuid();

const line = z.object({
  number: z.int(),
  at: instant,
  account: account.nullable().meta({ description: "None of the service itself, or of the command line" }),
  who: z.string(),
  roles: z.array(z.string()),
  purpose: z.string(),
  action: z.string().meta({ description: "By the name that the policy has for it" }),
  outcome: z.enum(["done", "refused", "failed"]),
  kind: logKind,
  peopleCount: z.int().meta({ description: "Whose records it was of, in number" }),
  everybody: z.boolean().meta({ description: "Of all people of the practice" }),
  why: z.string(),
  fromWhere: z.string(),
});
/** Whoever stands in the log, to filter by. */
const accounts = z.array(z.object({ id: account, name: z.string() }));

export const accessLogQuery = paging.extend({ account: account.optional(), kind: logKind.optional() });
export const accessLog = z.object({
  total: z.int(),
  page: z.int(),
  size: z.int(),
  entries: z.array(line),
  accounts,
});

export const practiceLogQuery = accessLogQuery.extend({
  from: instant.optional().meta({ description: "From this instant on" }),
  to: instant.optional().meta({ description: "Before this instant" }),
  action: z.string().min(1).max(60).optional(),
});
export const practiceLogLine = line.extend({
  people: z
    .array(z.object({ person: personReference, key: personKey }))
    .meta({ description: "The first of them, for those who may see who they are" }),
});
export const practiceLog = accessLog.extend({
  entries: z.array(practiceLogLine),
  actions: z.array(z.string()).meta({ description: "That stand in the log" }),
});

export type LogKind = z.infer<typeof logKind>;
export type AccessLogQuery = z.infer<typeof accessLogQuery>;
export type AccessLogLine = z.infer<typeof line>;
export type AccessLog = z.infer<typeof accessLog>;
export type PracticeLogQuery = z.infer<typeof practiceLogQuery>;
export type PracticeLogLine = z.infer<typeof practiceLogLine>;
export type PracticeLog = z.infer<typeof practiceLog>;
