import { sql } from "kysely";
import type { Work } from "../schema.ts";
import { selectReadings, type ReadingFound } from "./readings-by-hand.ts";

/** The reading that holds for a text now, of this person or of everyone; null where nobody has read it. */
export const standingReading = async (trx: Work, key: string, personId: number | null): Promise<ReadingFound | null> =>
  (
    await selectReadings(
      sql`reading_key = ${key} and undone_at is null and person_id is not distinct from ${personId}::int`,
    ).execute(trx)
  ).rows[0] ?? null;
