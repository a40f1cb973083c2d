import { randomUUID } from "node:crypto";
import type pg from "pg";
import { inPractice } from "../store/in-practice.ts";
import type { Store } from "../store/open-store.ts";
import { sql } from "kysely";

/** Characters that any text format has to take care of. */
const AWKWARD = `O'Neill "Ω" \\N \\ {a,b} [1] \t\r\n\u{1F48A}\u{2028}\u{0001} null`;

/** Two practices with rows in every table, values at the edge of what columns hold, and an import under way. */
export const writeMessyRecords = async ({ db }: Store, underWay: string): Promise<readonly string[]> => {
  const ids = [randomUUID(), randomUUID()];
  for (const [at, id] of ids.entries()) {
    await db
      .insertInto("practice")
      .values({ id, name: `Practice ${at} ${AWKWARD}` })
      .execute();
    await inPractice(db, id, async (trx) => {
      const run = (text: string) => sql.raw(text).execute(trx);
      const awkward = AWKWARD.replaceAll("'", "''");
      await run(`insert into person (practice_id, reference, birth_year, registered)
        select '${id}', 'P' || n || '${awkward}', nullif(1920 + n % 90, 1950), date '0001-01-01' + n
        from generate_series(1, 2500) as n`);
      await run(`insert into item (practice_id, hash, product_name, codes, directions, dosage, class, reading_key)
        select '${id}', decode(md5(n::text), 'hex'), '${awkward}', '[{"code":"\\\\u00e9"}]', '',
          case n when 1 then jsonb 'null' when 2 then null else jsonb '[1e400, -0.10, {"b":1,"a":[]}]' end, 'opioid', 'k' || n
        from generate_series(1, 3) as n`);
      await run(`insert into import (practice_id, file_name, sha256, bytes, state, last_row, error)
        values ('${id}', 'a.csv', '${"0".repeat(64)}', 9007199254740991, 'done', 5000, jsonb 'null'),
          ('${id}', 'b.csv', '${underWay}', 5, 'reading', 2, null)`);
      await run(`insert into issue (practice_id, import_id, seq, row_no, person_id, item_id, day, kind, raw)
        select '${id}', (select min(id) from import), n, n + 1, (select min(id) from person) + n % 2500,
          (select min(id) from item) + n % 3, date '2026-02-28' + n % 7, 'repeat', 'raw,' || n || ',${awkward}'
        from generate_series(1, 5000) as n`);
      await run(`insert into row_not_used (practice_id, import_id, seq, row_no, outcome, reason, found, raw, part, person_id)
        select '${id}', (select min(id) from import), 5001, 5002, 'refused', 'r', '', '${awkward}', 'a/b.csv',
          (select min(id) from person)`);
      await run(`insert into person_detail
        select '${id}', (select min(id) from import), id, 1950, '${awkward}', null from person order by person.id limit 7`);
      await run(`insert into reading_by_hand (practice_id, reading_key, product_name, directions, min_a_day, max_a_day, who, at)
        values ('${id}', 'k', 'p', 'd', 0.1, 1e-7 + 2, 'Dr A', '2026-03-29 01:30:00.123456+01'),
          ('${id}', 'k2', 'p', 'd', 0, 1.7976931348623157e308, 'Dr A', '4713-01-01 00:00:00+00 BC')`);
      await run(`insert into reading_by_hand (practice_id, reading_key, person_id, product_name, directions, min_a_day,
          max_a_day, who)
        select '${id}', 'k', id, 'p', 'd', 1, 1, 'Dr A' from person order by person.id limit 2`);
      await run(`insert into register_build (practice_id, as_of, data_from, table_id, quarters, current)
        values ('${id}', '2026-11-20', '2018-11-20', 'uk', '{}', true)`);
      await run(`insert into register_row (practice_id, build_id, person_id, reference, directed_min_ng, directed_max_ng,
          supplied_ng, at_least, not_readable, current, findings, substances, medicines, quarter_ng, spark, entry)
        select '${id}', (select id from register_build), id, reference, 0, 9007199254740991, 1, true, false, true,
          array['${awkward}', 'null', ''], '{}', array[null, 'NULL'], array[null, 1]::bigint[], '[]', '{}'
        from person order by person.id limit 3`);
      await run(
        `insert into referral (practice_id, person_id, reason) select '${id}', min(id), '${awkward}' from person`,
      );
      await run(`insert into basket (practice_id, month, person_id) select '${id}', m, min(id) from person,
        unnest(array['2026-12', '2026-01']) as m group by m`);
      await run(`insert into saved_filter (practice_id, name, filter) values ('${id}', 'Z', ''), ('${id}', 'a', '')`);
      await run(`insert into account (practice_id, login, name, roles, person_id)
        select '${id}', 'a', '${awkward}', array['patient'], min(id) from person`);
      for (const [table, columns, values] of [
        ["password_credential", "phc", "'$argon2id$'"],
        ["totp_credential", "secret", "'S'"],
        ["passkey", "credential_id, public_key, counter, name", "'c', '\\x00ff', 4294967295, ''"],
        ["oidc_identity", "issuer, subject", "'https://id.example', '${awkward}'"],
        ["access_reason", "person_id, reason, until", "person_id, '', 'infinity'"],
        ["share", "person_id, why", "person_id, ''"],
      ])
        await run(
          `insert into ${table} (practice_id, account_id, ${columns}) select '${id}', id, ${values} from account`,
        );
      await run(`insert into tombstone (practice_id, person_id, reference_digest, reason)
        values ('${id}', 2147483647, '\\x00ff', '${awkward}')`);
      await run(`insert into safety_acceptance (practice_id, officer, registration, version, digest)
        values ('${id}', '${awkward}', '', '', '')`);
      await run(`insert into audit_log (practice_id, who, roles, purpose, action, outcome, people)
        values ('${id}', '${awkward}', '', '', '', 'done', '{}'), ('${id}', '', '', '', '', 'done', '{1,2}')`);
      // The highest number has been given out and taken back: it is not given out again.
      await run(`delete from saved_filter where name = 'a'`);
    });
  }
  return ids;
};

/** Every table's rows, however they are ordered, by a reckoning of their own; past row-level security. */
export const digestsOf = async (admin: pg.Client): Promise<Readonly<Record<string, string>>> => {
  const { rows: tables } = await admin.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'concord'::regnamespace and relkind = 'r'
      and relname not in ('schema_migration', 'right_on_table', 'session', 'one_time_code', 'sign_in_delay') order by 1`,
  );
  const digests: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await admin.query<{ digest: string }>(
      `select count(*) || ' ' || coalesce(sum(hashtextextended(it::text, 7)), 0) as digest from "${name}" as it`,
    );
    digests[name] = rows[0]!.digest;
  }
  return digests;
};
