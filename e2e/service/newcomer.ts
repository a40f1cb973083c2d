import type { Role } from "@concord/exchange/api";
import { hashOfCode, newOneTimeCode } from "../../packages/server/src/identity/one-time-code.ts";
import { openDatabase } from "../../packages/server/src/store/connect.ts";
import { findEmbedded } from "../../packages/server/src/store/embedded/start-embedded.ts";
import { inPractice } from "../../packages/server/src/store/in-practice.ts";
import { newAccount } from "../../packages/server/src/store/queries/new-account.ts";
import { newCode } from "../../packages/server/src/store/queries/one-time-codes.ts";

/** Makes an account in the store of a running service, as an administrator does; the one-time code to take it up with. */
export const newcomerIn = async (dataFolder: string, login: string, roles: readonly Role[]): Promise<string> => {
  const found = await findEmbedded(dataFolder);
  if (found === null) throw new Error(`No database runs in ${dataFolder}.`);
  const db = openDatabase(found.app, 1);
  try {
    const { id: practiceId } = await db
      .selectFrom("practice")
      .select("id")
      .orderBy("created_at")
      .limit(1)
      .executeTakeFirstOrThrow();
    const code = newOneTimeCode();
    await inPractice(db, practiceId, async (trx) => {
      const made = {
        practiceId,
        login,
        name: "A newcomer",
        roles,
        personId: null,
        demonstration: false,
        createdBy: null,
      };
      const accountId = (await newAccount(trx, made))!;
      await newCode(trx, practiceId, { accountId, codeHash: hashOfCode(code), hours: 48 });
    });
    return code;
  } finally {
    await db.destroy();
  }
};
