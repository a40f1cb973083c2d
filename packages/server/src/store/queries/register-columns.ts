import { sql } from "kysely";

/** What a page of the register and its export have in common of a person. */
export interface RegisterColumns {
  readonly reference: string;
  readonly birthYear: number | null;
  readonly age: number | null;
  readonly sex: string | null;
  readonly registered: string | null;
  readonly directedMinNg: number;
  readonly directedMaxNg: number;
  readonly suppliedNg: number;
  readonly atLeast: boolean;
  readonly notReadable: boolean;
  readonly since: string | null;
  readonly lastIssue: string | null;
  readonly prescriber: string | null;
  readonly medicines: readonly string[];
}

export const registerColumns = sql`
  reference, birth_year as "birthYear", age, sex, registered,
  directed_min_ng as "directedMinNg", directed_max_ng as "directedMaxNg", supplied_ng as "suppliedNg",
  at_least as "atLeast", not_readable as "notReadable", since, last_issue as "lastIssue", prescriber, medicines`;
