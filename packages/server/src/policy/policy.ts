import type { Action, Purpose, Role } from "@concord/exchange/api";
import type { Tables } from "../store/schema.ts";

/** The command line on the service's own machine: whoever may read its key may copy the disk. */
export type Doer = Role | "command-line";
export type TableName = Exclude<keyof Tables, "live_issue" | "practice">;

/** Who may do something, for which purpose, and the tables that it needs. Whoever is not named may not. */
export interface Rule {
  readonly may: Readonly<Partial<Record<Doer, Purpose>>>;
  readonly reads?: readonly TableName[];
  readonly writes?: readonly TableName[];
  /** Something is another afterwards: the log has it in the transaction of the change itself. */
  readonly changes?: true;
}

/** How far a role sees among people: all of the practice, those on its list, those shared with it, or itself. */
export type Reach = "practice" | "list" | "shared" | "self" | "nobody";
export const REACH: Readonly<Record<Doer, Reach>> = {
  prescriber: "practice",
  pharmacist: "practice",
  "project-worker": "list",
  adviser: "shared",
  manager: "practice",
  evaluator: "shared",
  patient: "self",
  administrator: "nobody",
  "command-line": "nobody",
};

/** Tables that a role sees whole, however far it sees among people: a list could not be known without its referrals. */
export const SEEN_WHOLE: Readonly<Partial<Record<Doer, readonly TableName[]>>> = {
  "project-worker": ["referral"],
  administrator: ["account", "audit_log"],
  "command-line": ["audit_log"],
};

const CARE = "direct-care";
const ADMIN = "administration";
const EVALUATION = "evaluation";

const CLINICIANS = { prescriber: CARE, pharmacist: CARE } as const;
const CARERS = { ...CLINICIANS, "project-worker": CARE } as const;
const OFFICE = { manager: ADMIN, administrator: ADMIN } as const;
const SOMEBODY = { ...CARERS, ...OFFICE, adviser: CARE, evaluator: EVALUATION } as const;
const ANYBODY = { ...SOMEBODY, patient: CARE } as const;

const REGISTER = ["register_build", "register_row", "basket", "referral", "person"] as const;
const RECORDS = [
  "person",
  "item",
  "issue",
  "import",
  "row_not_used",
  "reading_by_hand",
  "register_build",
  "register_row",
] as const;

/**
 * Every rule of who may do what, in one place: the routes are held to it, and so is the database, whose rights by role
 * and table are written from it at each start.
 */
export const POLICY: Readonly<Record<Action, Rule>> = {
  "service.describe": { may: ANYBODY },
  // Counts alone leave: the service itself counts.
  "practice.read": { may: ANYBODY },
  "practice-view.read": { may: { ...CLINICIANS, manager: ADMIN, evaluator: EVALUATION } },
  "register.read": { may: CARERS, reads: REGISTER },
  "register.export": { may: CLINICIANS, reads: REGISTER },
  "filters.read": { may: CARERS, reads: ["saved_filter"] },
  "filters.change": { may: CARERS, writes: ["saved_filter"], changes: true },
  // Whom the records name so: no more than their key.
  "person.find": { may: { ...CARERS, manager: ADMIN }, reads: ["person"] },
  // Advisers and evaluators: those alone who were shared with their identity.
  "person.read": { may: { ...CARERS, adviser: CARE, evaluator: EVALUATION }, reads: [...RECORDS, "referral"] },
  "own-record.read": { may: { patient: CARE }, reads: [...RECORDS, "referral"] },
  "referral.read": { may: CARERS, reads: ["referral", "person"] },
  "referral.change": { may: CARERS, reads: ["person"], writes: ["referral"], changes: true },
  "invitations.read": { may: { ...CARERS, manager: ADMIN }, reads: ["basket", "person"] },
  "invitations.change": { may: CLINICIANS, reads: ["person"], writes: ["basket"], changes: true },
  "invitations.capacity": { may: { ...CLINICIANS, manager: ADMIN }, changes: true },
  "unread-directions.read": { may: CLINICIANS, reads: RECORDS },
  // A reading decides doses: clinicians alone.
  "reading.change": {
    may: CLINICIANS,
    reads: RECORDS,
    writes: ["reading_by_hand", "item", "register_row"],
    changes: true,
  },
  "import.read": { may: { ...CLINICIANS, manager: ADMIN }, reads: ["import", "row_not_used", "person"] },
  "import.change": {
    may: { pharmacist: ADMIN, manager: ADMIN },
    reads: ["row_not_used", "person"],
    writes: ["import"],
    changes: true,
  },
  "records.export": { may: OFFICE },
  "backup.take": { may: { administrator: ADMIN, "command-line": ADMIN } },
  "backup.restore": { may: { administrator: ADMIN, "command-line": ADMIN }, changes: true },
  "account.read": { may: { administrator: ADMIN }, reads: ["account"] },
  "account.change": { may: { administrator: ADMIN }, writes: ["account"], changes: true },
  "own-account.read": { may: ANYBODY },
  "own-account.change": { may: ANYBODY, changes: true },
  "access.ask": { may: { "project-worker": CARE }, writes: ["access_reason"], changes: true },
  "access.review": { may: { manager: ADMIN }, reads: ["access_reason", "account", "person"] },
  "access.mark": { may: { manager: ADMIN }, writes: ["access_reason"], changes: true },
  "person-log.read": { may: { prescriber: CARE, manager: ADMIN }, reads: ["audit_log", "person"] },
  "own-log.read": { may: { patient: CARE }, reads: ["audit_log", "person"] },
  "log.read": { may: OFFICE, reads: ["audit_log", "account", "person"] },
  "log.verify": { may: { ...OFFICE, "command-line": ADMIN }, reads: ["audit_log", "audit_head"] },
  "share.read": { may: CLINICIANS, reads: ["share", "account", "person"] },
  "share.change": { may: CLINICIANS, reads: ["account", "person"], writes: ["share"], changes: true },
  "case.read": { may: { adviser: CARE, evaluator: EVALUATION }, reads: ["share", ...RECORDS] },
  // A list of what can go wrong is for those who work with it.
  "safety.read": { may: SOMEBODY, reads: ["safety_acceptance"] },
  "safety.accept": { may: { administrator: ADMIN }, writes: ["safety_acceptance"], changes: true },
  "person.export": {
    may: { prescriber: CARE, manager: ADMIN },
    reads: [...RECORDS, "referral", "basket", "audit_log"],
  },
  "person.remove": { may: { manager: ADMIN }, changes: true },
};

/** The purpose for which someone with these roles may do it; null where none of them may. */
export const purposeOf = (action: Action, doers: readonly Doer[]): Purpose | null => {
  for (const doer of doers) {
    const purpose = POLICY[action].may[doer];
    if (purpose !== undefined) return purpose;
  }
  return null;
};

/** Whether somebody with these roles sees all of the practice in doing it. */
export const seesPractice = (doers: readonly Doer[], action: Action): boolean =>
  doers.some((doer) => POLICY[action].may[doer] !== undefined && REACH[doer] === "practice");
