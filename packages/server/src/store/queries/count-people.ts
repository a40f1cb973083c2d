import { sql } from "kysely";
import type { Work } from "../schema.ts";

/** How many people the store knows, with records that count now or without. */
export const countPeople = async (trx: Work): Promise<number> => {
  const { rows } = await sql<{ people: number }>`select count(*) as people from person`.execute(trx);
  return rows[0]!.people;
};
