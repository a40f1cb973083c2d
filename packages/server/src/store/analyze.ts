import { openClient, type Connection } from "./connect.ts";

/** What an import and the register that follows fill. */
const FILLED = ["person", "person_detail", "item", "import", "issue", "row_not_used", "register_row"];

/** Tells the planner how the tables are filled now; as their owner, since the service may not. */
export const analyze = async (owner: Connection): Promise<void> => {
  const client = await openClient(owner);
  try {
    await client.query(`analyze ${FILLED.join(", ")}`);
  } finally {
    await client.end();
  }
};
