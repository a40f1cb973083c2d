import { sql } from "kysely";
import type { Work } from "../schema.ts";
import type { TextToRead } from "./text-to-read.ts";

export interface ReadingToKeep {
  readonly min: number;
  readonly max: number;
  readonly asNeeded: boolean;
  readonly note: string;
  readonly who: string;
}

/**
 * The number of a new reading of a text, for one person or for everyone; null where someone else's holds already. Of two at once the second waits
 * for the first, and then finds it.
 */
export const newReading = async (
  trx: Work,
  practiceId: string,
  key: string,
  text: TextToRead,
  { min, max, asNeeded, note, who }: ReadingToKeep,
  personId: number | null,
): Promise<number | null> => {
  const { rows } = await sql<{ readonly id: number }>`
    insert into reading_by_hand
      (practice_id, reading_key, product_name, directions, min_a_day, max_a_day, as_needed, note, who,
        person_id)
    values (${practiceId}, ${key}, ${text.productName}, ${text.directions}, ${min}, ${max}, ${asNeeded}, ${note}, ${who},
      ${personId})
    on conflict (practice_id, reading_key, person_id) where undone_at is null do nothing
    returning id`.execute(trx);
  return rows[0]?.id ?? null;
};
