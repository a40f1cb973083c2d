import type { RegisterEntry } from "@concord/core";
import { sql } from "kysely";
import type { Work } from "../schema.ts";

export interface PersonFound {
  readonly id: number;
  readonly reference: string;
  readonly key: string;
  readonly birthYear: number | null;
  readonly sex: string | null;
  readonly registered: string | null;
  /** What the register says of them; all null where they are not on it. */
  readonly entry: RegisterEntry | null;
  readonly age: number | null;
  readonly notReadable: boolean | null;
  readonly lastIssue: string | null;
  readonly prescriber: string | null;
}

/** One person of the records, with their entry in the register; null where nobody has this key. */
export const personOnRegister = async (trx: Work, buildId: number, key: string): Promise<PersonFound | null> => {
  const { rows } = await sql<PersonFound>`
    select person.id, person.reference, person.key, person.birth_year as "birthYear", person.sex, person.registered,
      row.entry, row.age, row.not_readable as "notReadable", row.last_issue as "lastIssue", row.prescriber
    from person
    left join register_row row on row.build_id = ${buildId} and row.person_id = person.id
    where person.key = ${key}`.execute(trx);
  return rows[0] ?? null;
};
