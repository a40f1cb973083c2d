import type pg from "pg";
import { openClient, type Connection } from "../store/connect.ts";
import { tableRights } from "./table-rights.ts";

/** The policy's rights, in the transaction at hand; as the owner of the tables, since the service may not change them. */
export const putRights = async (client: pg.Client): Promise<void> => {
  const rows = tableRights().map(({ doer, purpose, table, reach, writes }) => [doer, purpose, table, reach, writes]);
  await client.query("lock table right_on_table in exclusive mode");
  await client.query("delete from right_on_table");
  await client.query(
    `insert into right_on_table (doer, purpose, table_name, reach, writes)
     select line ->> 0, line ->> 1, line ->> 2, line ->> 3, (line ->> 4)::boolean
     from jsonb_array_elements($1::jsonb) as line`,
    [JSON.stringify(rows)],
  );
};

/** Brings the database's rights in line with the policy. */
export const writeRights = async (owner: Connection): Promise<void> => {
  const client = await openClient(owner);
  try {
    await client.query("begin");
    await putRights(client);
    await client.query("commit");
  } finally {
    await client.end();
  }
};
