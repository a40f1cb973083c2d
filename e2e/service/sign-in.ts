import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Role } from "@concord/exchange/api";
import { hashOfToken, newToken } from "../../packages/server/src/identity/token.ts";
import { openDatabase } from "../../packages/server/src/store/connect.ts";
import { findEmbedded } from "../../packages/server/src/store/embedded/start-embedded.ts";
import { inPractice } from "../../packages/server/src/store/in-practice.ts";
import { newAccount } from "../../packages/server/src/store/queries/new-account.ts";
import { newAcceptance } from "../../packages/server/src/store/queries/safety-acceptances.ts";
import type { Work } from "../../packages/server/src/store/schema.ts";
import { digestText, doseSupportVersion } from "../../packages/server/src/safety/dose-support-version.ts";
import { newSession } from "../../packages/server/src/store/queries/new-session.ts";

/** Everyone who works for the practice, in one. */
const STAFF: readonly Role[] = ["prescriber", "pharmacist", "manager", "administrator"];

const ROOT = join(import.meta.dirname, "../..");

/** Live records show doses once dose support was accepted; the tests are about what comes after. */
const acceptDoseSupport = async (trx: Work, practiceId: string): Promise<void> => {
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
  const digest = digestText(doseSupportVersion(version, "uk"));
  await newAcceptance(trx, practiceId, { officer: "A test", registration: "none", version, digest, recordedBy: null });
};

/** How many sessions, and of whom; each is of an account of its own. */
interface Who {
  readonly count: number;
  readonly roles?: readonly Role[];
  readonly personId?: number | null;
}

const newSessionOf = async (trx: Work, practiceId: string, roles: readonly Role[], personId: number | null) => {
  const token = newToken();
  const login = `${roles.join("+")}-${randomUUID()}`;
  const made = { practiceId, login, name: "Staff", roles, personId, demonstration: false, createdBy: null };
  const accountId = (await newAccount(trx, made))!;
  const where = { fromWhere: "127.0.0.1", device: "a test" };
  await newSession(trx, { tokenHash: hashOfToken(token), accountId, signedInBy: "password-code", ...where });
  return token;
};

/**
 * The values of session cookies of people with these roles, in a service that runs with its embedded database in this
 * folder: written into its store, as signing in does, where the test is about something else.
 */
export const sessionsIn = async (
  dataFolder: string,
  { count, roles = STAFF, personId = null }: Who,
): Promise<readonly string[]> => {
  const found = await findEmbedded(dataFolder);
  if (found === null) throw new Error(`No database runs in ${dataFolder}.`);
  const db = openDatabase(found.app, 1);
  try {
    const { id: practiceId, synthetic } = await db
      .selectFrom("practice")
      .select(["id", "synthetic"])
      .orderBy("created_at")
      .limit(1)
      .executeTakeFirstOrThrow();
    return await inPractice(db, practiceId, async (trx) => {
      if (!synthetic) await acceptDoseSupport(trx, practiceId);
      const tokens: string[] = [];
      while (tokens.length < count) tokens.push(await newSessionOf(trx, practiceId, roles, personId));
      return tokens;
    });
  } finally {
    await db.destroy();
  }
};

/** The same of one of them. */
export const sessionIn = async (
  dataFolder: string,
  roles: readonly Role[] = STAFF,
  personId: number | null = null,
): Promise<string> => (await sessionsIn(dataFolder, { count: 1, roles, personId }))[0]!;

export const SESSION_COOKIE = "concord_session";
export const cookieOf = (token: string): string => `${SESSION_COOKIE}=${token}`;
