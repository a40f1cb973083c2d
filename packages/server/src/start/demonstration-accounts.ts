import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROLES, type Role } from "@concord/exchange/api";
import { hashPassword } from "../identity/password-hash.ts";
import { readableCode } from "../identity/readable-code.ts";
import { inPractice } from "../store/in-practice.ts";
import { newAccount } from "../store/queries/new-account.ts";
import { setPassword } from "../store/queries/set-password.ts";
import type { Database, Work } from "../store/schema.ts";

/** How somebody tries the service beside the synthetic practice. */
export interface DemonstrationAccount {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly password: string;
}

const NAMES: Readonly<Record<Role, string>> = {
  prescriber: "Dr Demonstration",
  pharmacist: "Demonstration Pharmacist",
  "project-worker": "Demonstration Project Worker",
  adviser: "Demonstration Adviser",
  manager: "Demonstration Manager",
  evaluator: "Demonstration Evaluator",
  patient: "Demonstration Patient",
  administrator: "Demonstration Administrator",
};

const PASSWORD_GROUPS = 4;

const FILE = "demonstration-accounts.json";

/** The first person of the register: the demonstration patient is one of the synthetic people. */
const somebody = async (trx: Work): Promise<number | null> =>
  (
    await trx
      .selectFrom("register_row")
      .where("current", "=", true)
      .select("person_id")
      .orderBy("person_id")
      .executeTakeFirst()
  )?.person_id ?? null;

const accountId = async (trx: Work, login: string): Promise<string> =>
  (await trx.selectFrom("account").where("login", "=", login).select("id").executeTakeFirstOrThrow()).id;

const make = async (trx: Work, practiceId: string): Promise<readonly DemonstrationAccount[]> => {
  const made: DemonstrationAccount[] = [];
  for (const role of ROLES) {
    const account = { login: role, name: NAMES[role], roles: [role], password: readableCode(PASSWORD_GROUPS) };
    const personId = role === "patient" ? await somebody(trx) : null;
    const id =
      (await newAccount(trx, { ...account, practiceId, personId, demonstration: true, createdBy: null })) ??
      (await accountId(trx, role));
    await setPassword(trx, practiceId, id, await hashPassword(account.password));
    made.push(account);
  }
  return made;
};

/**
 * The accounts of the synthetic practice, one for each role, with passwords of this installation; made where there are
 * no file of them: after a restore they
 * get new ones. They are kept beside the records, so that every start can say them. A live practice has none, and none can be
 * made in it: the database refuses it.
 */
export const demonstrationAccounts = async (
  db: Database,
  practice: { readonly id: string; readonly synthetic: boolean },
  dataFolder: string,
): Promise<readonly DemonstrationAccount[]> => {
  if (!practice.synthetic) return [];
  const path = join(dataFolder, FILE);
  if (existsSync(path)) return JSON.parse(readFileSync(path, "utf8")) as DemonstrationAccount[];
  return inPractice(db, practice.id, async (trx) => {
    const made = await make(trx, practice.id);
    writeFileSync(path, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flush: true });
    return made;
  });
};
