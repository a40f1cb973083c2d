import { sql } from "kysely";
import type { Work } from "../schema.ts";

export interface AcceptanceFound {
  readonly id: number;
  readonly officer: string;
  readonly registration: string;
  readonly version: string;
  readonly digest: string;
  readonly at: string;
  readonly withdrawnAt: string | null;
}

/** Every acceptance of dose support, the latest first, withdrawn ones too. */
export const safetyAcceptances = async (trx: Work): Promise<readonly AcceptanceFound[]> => {
  const { rows } = await sql<AcceptanceFound>`
    select id, officer, registration, version, digest, at, withdrawn_at as "withdrawnAt"
    from safety_acceptance order by id desc`.execute(trx);
  return rows;
};

export interface Acceptance {
  readonly officer: string;
  readonly registration: string;
  readonly version: string;
  readonly digest: string;
  readonly recordedBy: string | null;
}

/** Records an acceptance; its number. */
export const newAcceptance = async (trx: Work, practiceId: string, it: Acceptance): Promise<number> => {
  const { id } = await trx
    .insertInto("safety_acceptance")
    .values({
      practice_id: practiceId,
      officer: it.officer,
      registration: it.registration,
      version: it.version,
      digest: it.digest,
      recorded_by: it.recordedBy,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
};

/** Takes back every acceptance that stands; says whether there was one. */
export const withdrawAcceptances = async (trx: Work): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    update safety_acceptance set withdrawn_at = clock_timestamp() where withdrawn_at is null`.execute(trx);
  return (numAffectedRows ?? 0n) > 0n;
};
