import { sql } from "kysely";
import type { Work } from "../schema.ts";
import { selectImports, type ImportFound } from "./import-jobs.ts";

/** One import; null where there is none with this number. */
export const importJob = async (trx: Work, id: number): Promise<ImportFound | null> =>
  (await selectImports(sql`id = ${id}`).execute(trx)).rows[0] ?? null;
