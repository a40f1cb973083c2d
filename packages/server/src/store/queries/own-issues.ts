import { sql } from "kysely";
import type { Work } from "../schema.ts";

export interface OwnIssue {
  readonly date: string;
  readonly product: string;
  readonly directions: string;
  readonly quantity: string;
  readonly elsewhere: boolean;
}

/** What was issued to one person, the latest first: as it was written, and no more of it than that. */
export const ownIssues = async (trx: Work, personId: number): Promise<readonly OwnIssue[]> => {
  const { rows } = await sql<OwnIssue>`
    select day as date, product_name as product, directions,
      trim(coalesce(quantity, '') || ' ' || coalesce(quantity_unit, '')) as quantity, kind = 'elsewhere' as elsewhere
    from live_issue join item on item.id = live_issue.item_id
    where person_id = ${personId}
    order by day desc, import_id desc, seq desc`.execute(trx);
  return rows;
};
