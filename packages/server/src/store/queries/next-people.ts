import { sql } from "kysely";
import type { Work } from "../schema.ts";

/** The numbers of the next so many people after one, in order; fewer where there are no more. */
export const nextPeople = async (trx: Work, after: number, most: number): Promise<readonly number[]> => {
  const { rows } = await sql<{ id: number }>`
    select id from person where id > ${after} order by id limit ${most}`.execute(trx);
  return rows.map(({ id }) => id);
};
