import type { RowsFound } from "@concord/exchange";
import type { ImportContents, Work } from "../schema.ts";

/** Keeps what a file was found to be, before its rows are read. */
export const describeImport = async (
  trx: Work,
  id: number,
  { format, header, parts, notRead }: RowsFound,
): Promise<void> => {
  const contents: ImportContents = { parts, notRead, remarks: [], corrected: 0 };
  await trx
    .updateTable("import")
    .set({ format, header: header === null ? null : header.join(","), contents: JSON.stringify(contents) })
    .where("id", "=", id)
    .execute();
};
