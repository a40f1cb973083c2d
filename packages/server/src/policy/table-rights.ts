import type { Action, Purpose } from "@concord/exchange/api";
import { POLICY, REACH, SEEN_WHOLE, type Doer, type Reach, type TableName } from "./policy.ts";

/** What one role may do with one table for one purpose, as the database is told. */
export interface TableRight {
  readonly doer: Doer;
  readonly purpose: Purpose;
  readonly table: TableName;
  readonly reach: Reach;
  readonly writes: boolean;
}

const reachOf = (doer: Doer, table: TableName): Reach =>
  SEEN_WHOLE[doer]?.includes(table) === true ? "practice" : REACH[doer];

/** The policy's rules as rights on tables: every table that some action of the role needs, and no other. */
export const tableRights = (): readonly TableRight[] => {
  const rights = new Map<string, TableRight>();
  for (const action of Object.keys(POLICY) as Action[]) {
    const { may, reads = [], writes = [] } = POLICY[action];
    for (const [doer, purpose] of Object.entries(may) as [Doer, Purpose][])
      for (const table of [...reads, ...writes]) {
        const key = `${doer} ${purpose} ${table}`;
        const wrote = rights.get(key)?.writes ?? false;
        rights.set(key, {
          doer,
          purpose,
          table,
          reach: reachOf(doer, table),
          writes: wrote || writes.includes(table),
        });
      }
  }
  return [...rights.values()];
};
