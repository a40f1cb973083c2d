import { sql } from "kysely";
import type { Work } from "../schema.ts";
import { selectReadings, type ReadingFound } from "./readings-by-hand.ts";

/** The reading that holds for a text now; null where nobody has read it. */
export const standingReading = async (trx: Work, key: string): Promise<ReadingFound | null> =>
  (await selectReadings(sql`reading_key = ${key} and undone_at is null`).execute(trx)).rows[0] ?? null;
