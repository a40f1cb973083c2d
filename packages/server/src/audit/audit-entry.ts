import type { Action, Purpose } from "@concord/exchange/api";

/** What happens beside the policy's actions, and is written down all the same. */
export type OwnEvent =
  | "session.start"
  | "session.refused"
  | "session.end"
  | "account.taken-up"
  | "service.start"
  | "import.from-inbox";

/** One line of the log: who did what to whose records, when, for what, from where. Numbers and codes, no words of records. */
export interface AuditEntry {
  readonly accountId: string | null;
  readonly who: string;
  readonly roles: readonly string[];
  readonly purpose: Purpose | "";
  readonly action: Action | OwnEvent;
  readonly outcome: "done" | "refused" | "failed";
  /** Whose records, by the number of the person. */
  readonly people?: readonly number[];
  /** Of all people of the practice: an export, a backup. */
  readonly everybody?: boolean;
  readonly about?: Readonly<Record<string, unknown>>;
  /** The reason that a person gave. */
  readonly why?: string;
  readonly fromWhere?: string;
  readonly request?: string;
}
