import type { OneTimeCode } from "@concord/exchange/api";
import { newCode } from "../../store/queries/one-time-codes.ts";
import type { Work } from "../../store/schema.ts";
import { CODE_HOURS, hashOfCode, newOneTimeCode } from "../one-time-code.ts";

/** A new one-time code of an account, to be handed over: it is shown this once. */
export const codeToHandOver = async (trx: Work, practiceId: string, accountId: string): Promise<OneTimeCode> => {
  const code = newOneTimeCode();
  const kept = { accountId, codeHash: hashOfCode(code), hours: CODE_HOURS };
  return { code, expiresAt: await newCode(trx, practiceId, kept) };
};
