import { sql } from "kysely";
import type { Work } from "../schema.ts";
import { selectReadings, type ReadingFound } from "./readings-by-hand.ts";

/** One reading, undone or not; null where there is none with this number. */
export const readingByHand = async (trx: Work, id: number): Promise<ReadingFound | null> =>
  (await selectReadings(sql`id = ${id}`).execute(trx)).rows[0] ?? null;
