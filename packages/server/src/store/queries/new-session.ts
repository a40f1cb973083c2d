import type { Work } from "../schema.ts";

export interface SessionToKeep {
  readonly practiceId: string;
  readonly tokenHash: Buffer;
  readonly accountId: string;
  readonly signedInBy: string;
  readonly fromWhere: string;
  readonly device: string;
}

/** Keeps a session that starts now. */
export const newSession = async (trx: Work, it: SessionToKeep): Promise<void> => {
  await trx
    .insertInto("session")
    .values({
      practice_id: it.practiceId,
      token_hash: it.tokenHash,
      account_id: it.accountId,
      signed_in_by: it.signedInBy,
      from_where: it.fromWhere,
      device: it.device,
    })
    .execute();
};
