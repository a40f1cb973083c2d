import { CONSOLE_CODE_HOURS, hashOfCode, newOneTimeCode } from "../identity/one-time-code.ts";
import { inPractice } from "../store/in-practice.ts";
import { accountsThere } from "../store/queries/accounts-there.ts";
import { newCode } from "../store/queries/one-time-codes.ts";
import type { Database } from "../store/schema.ts";

/**
 * The code by which the first administrator's account is made, where there is no account: another at each start, in
 * place of the one before. Null where there is one.
 */
export const firstAdministratorCode = (db: Database, practiceId: string): Promise<string | null> =>
  inPractice(db, practiceId, async (trx) => {
    if ((await accountsThere(trx)).any) return null;
    const code = newOneTimeCode();
    await newCode(trx, practiceId, { accountId: null, codeHash: hashOfCode(code), hours: CONSOLE_CODE_HOURS });
    return code;
  });

export const sayFirstAdministrator = (code: string | null, say: (line: string) => void): void => {
  if (code === null) return;
  say("There is no account yet. Open the address, and make the first administrator with this one-time code:");
  say(`  ${code}`);
  say(`It holds for ${CONSOLE_CODE_HOURS} hours, once; another start shows another.`);
};
