import { ACTIONS, type Action, type LogKind } from "@concord/exchange/api";
import { POLICY } from "../policy/policy.ts";
import type { AuditEntry } from "./audit-entry.ts";

/** Records leave the service as a file. */
const TAKEN_OUT: ReadonlySet<string> = new Set<Action>([
  "register.export",
  "records.export",
  "backup.take",
  "person.export",
]);
/** Actions of which something is another afterwards. */
const CHANGED: ReadonlySet<string> = new Set<string>([
  ...ACTIONS.filter((it) => POLICY[it].changes === true),
  "import.from-inbox",
  "account.taken-up",
]);

/** Actions of one kind that was done, as the log names them; of reading, all that are of no other. */
export const actionsOf = (kind: "changed" | "taken-out"): readonly string[] => [
  ...(kind === "changed" ? CHANGED : TAKEN_OUT),
];

/** What became of a request: refused or failed, or what it did. */
export const kindOfEntry = ({
  action,
  outcome,
}: {
  readonly action: string;
  readonly outcome: AuditEntry["outcome"];
}): LogKind => {
  if (outcome !== "done") return "refused";
  if (TAKEN_OUT.has(action)) return "taken-out";
  return CHANGED.has(action) ? "changed" : "read";
};
