import { ACTIONS, ROLES, type Role } from "@concord/exchange/api";
import { describe, expect, test } from "vitest";
import { POLICY, purposeOf } from "./policy.ts";
import { tableRights } from "./table-rights.ts";

/** Written apart from the policy: what each role may do, and nothing else. */
const ALLOWED: Readonly<Record<Role, string>> = {
  prescriber: `practice-view.read register.read register.export filters.read filters.change person.find person.read referral.read
    referral.change invitations.read invitations.change invitations.capacity unread-directions.read reading.change
    import.read person-log.read share.read share.change person.export`,
  pharmacist: `practice-view.read register.read register.export filters.read filters.change person.find person.read referral.read
    referral.change invitations.read invitations.change invitations.capacity unread-directions.read reading.change
    import.read import.change share.read share.change`,
  "project-worker": `register.read filters.read filters.change person.find person.read referral.read referral.change
    invitations.read access.ask`,
  adviser: "case.read person.read",
  manager: `practice-view.read invitations.read invitations.capacity import.read import.change records.export
    access.review person.find access.mark person-log.read log.read log.verify person.export person.remove`,
  evaluator: "practice-view.read case.read person.read",
  patient: "own-record.read own-log.read",
  administrator: `records.export backup.take backup.restore account.read account.change log.read log.verify safety.accept`,
};
const EVERYONE = "service.describe practice.read own-account.read own-account.change";
const allowedTo = (role: Role): ReadonlySet<string> =>
  new Set(`${EVERYONE} ${role === "patient" ? "" : "safety.read"} ${ALLOWED[role]}`.split(/\s+/));

describe.each(ROLES)("%s", (role) => {
  test.each(ACTIONS)("%s", (action) => {
    expect(purposeOf(action, [role]) !== null).toBe(allowedTo(role).has(action));
  });
});

describe("the policy", () => {
  test("refuses whoever has no role", () => {
    for (const action of ACTIONS) expect(purposeOf(action, [])).toBeNull();
  });

  test("gives the command line backups and the log's proof, and nothing to read", () => {
    expect(ACTIONS.filter((action) => purposeOf(action, ["command-line"]) !== null)).toEqual([
      "backup.take",
      "backup.restore",
      "log.verify",
    ]);
  });

  test("has a project worker change no dose: neither a reading, nor an import, nor the register", () => {
    const writes = tableRights().filter(({ doer, writes: may }) => doer === "project-worker" && may);
    expect(writes.map(({ table }) => table).toSorted()).toEqual(["access_reason", "referral", "saved_filter"]);
  });

  test("logs every action that writes as a change", () => {
    const silent = ACTIONS.filter((it) => POLICY[it].writes !== undefined && POLICY[it].changes !== true);
    expect(silent).toEqual([]);
  });
});
