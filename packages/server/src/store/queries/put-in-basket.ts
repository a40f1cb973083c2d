import { sql } from "kysely";
import type { Work } from "../schema.ts";

/**
 * Puts someone into the invitations of a month; says whether there was room. Who is in already stays. Two at once
 * wait for each other, so that the last place is given once.
 */
export const putInBasket = async (
  trx: Work,
  practiceId: string,
  month: string,
  personId: number,
  who: string,
): Promise<boolean> => {
  await sql`select pg_advisory_xact_lock(hashtext(${`basket ${practiceId} ${month}`}))`.execute(trx);
  const { rows } = await sql<{ readonly inside: boolean; readonly room: boolean }>`
    select
      exists (select from basket where month = ${month} and person_id = ${personId}) as inside,
      (select count(*) from basket where month = ${month}) < basket_capacity as room
    from practice where id = ${practiceId}`.execute(trx);
  const { inside, room } = rows[0]!;
  if (inside) return true;
  if (!room) return false;
  await trx.insertInto("basket").values({ practice_id: practiceId, month, person_id: personId, who }).execute();
  return true;
};
