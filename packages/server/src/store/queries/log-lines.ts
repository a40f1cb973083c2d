import type { LogKind } from "@concord/exchange/api";
import { sql, type RawBuilder } from "kysely";
import { actionsOf } from "../../audit/kind-of-entry.ts";
import type { AuditLogTable, Work } from "../schema.ts";

export interface LogLine {
  readonly number: number;
  readonly at: string;
  readonly account: string | null;
  readonly who: string;
  readonly roles: string;
  readonly purpose: string;
  readonly action: string;
  readonly outcome: AuditLogTable["outcome"];
  readonly people: readonly number[];
  readonly everybody: boolean;
  readonly why: string;
  readonly fromWhere: string;
}

/** Which entries: what is left out does not matter. */
export interface LogFilter {
  /** That were of this person, or of everybody. */
  readonly personId?: number | undefined;
  readonly account?: string | undefined;
  readonly kind?: LogKind | undefined;
  readonly action?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

type Condition = RawBuilder<unknown>;

const ofKind = (kind: LogKind): Condition => {
  if (kind === "refused") return sql`outcome <> 'done'`;
  if (kind === "read")
    return sql`outcome = 'done' and action <> all(${[...actionsOf("changed"), ...actionsOf("taken-out")]}::text[])`;
  return sql`outcome = 'done' and action = any(${[...actionsOf(kind)]}::text[])`;
};

const conditionOf = ({ personId, account, kind, action, from, to }: LogFilter): Condition => {
  const all: Condition[] = [sql`true`];
  if (personId !== undefined) all.push(sql`(people @> array[${personId}::int] or everybody)`);
  if (account !== undefined) all.push(sql`account_id = ${account}`);
  if (kind !== undefined) all.push(ofKind(kind));
  if (action !== undefined) all.push(sql`action = ${action}`);
  if (from !== undefined) all.push(sql`at >= ${from}::timestamptz`);
  if (to !== undefined) all.push(sql`at < ${to}::timestamptz`);
  return sql.join(all, sql` and `);
};

interface Asked {
  readonly page: number;
  readonly size: number;
}

/** A page of the log, the latest first, and how many entries there are. */
export const logLines = async (
  trx: Work,
  filter: LogFilter,
  { page, size }: Asked,
): Promise<{ readonly total: number; readonly lines: readonly LogLine[] }> => {
  const which = conditionOf(filter);
  const total = await sql<{ readonly total: number }>`select count(*) as total from audit_log where ${which}`.execute(
    trx,
  );
  const { rows } = await sql<LogLine>`
    select number, at, account_id as account, who, roles, purpose, action, outcome, people, everybody, why,
      from_where as "fromWhere"
    from audit_log where ${which} order by number desc limit ${size} offset ${(page - 1) * size}`.execute(trx);
  return { total: total.rows[0]!.total, lines: rows };
};

/** Accounts that stand in these entries, by the name that they had last. */
export const accountsInLog = async (
  trx: Work,
  filter: LogFilter,
): Promise<readonly { readonly id: string; readonly name: string }[]> => {
  const { rows } = await sql<{ readonly id: string; readonly name: string }>`
    select account_id as id, (array_agg(who order by number desc))[1] as name
    from audit_log where account_id is not null and ${conditionOf(filter)}
    group by account_id order by name`.execute(trx);
  return rows;
};

/** Actions that stand in the log. */
export const actionsInLog = async (trx: Work): Promise<readonly string[]> => {
  const { rows } = await sql<{
    readonly action: string;
  }>`select distinct action from audit_log order by action`.execute(trx);
  return rows.map(({ action }) => action);
};
