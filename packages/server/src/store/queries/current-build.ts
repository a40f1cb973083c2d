import type { Work } from "../schema.ts";

export interface CurrentBuild {
  readonly id: number;
  readonly asOf: string;
  readonly tableId: string;
  /** Ends of quarters, oldest first, then the day itself. */
  readonly quarters: readonly string[];
}

/** The register that is shown; null before the first one. */
export const currentBuild = async (trx: Work): Promise<CurrentBuild | null> =>
  (await trx
    .selectFrom("register_build")
    .where("current", "=", true)
    .select(["id", "as_of as asOf", "table_id as tableId", "quarters"])
    .executeTakeFirst()) ?? null;

/** The first day that the records of a build cover. */
export const dataFrom = async (trx: Work, buildId: number): Promise<string> =>
  (
    await trx
      .selectFrom("register_build")
      .where("id", "=", buildId)
      .select("data_from as dataFrom")
      .executeTakeFirstOrThrow()
  ).dataFrom;
