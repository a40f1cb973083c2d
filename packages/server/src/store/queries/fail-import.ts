import type { ImportError, Work } from "../schema.ts";

/** The file cannot be read to its end: none of its rows count. */
export const failImport = async (trx: Work, id: number, error: ImportError): Promise<void> => {
  await trx
    .updateTable("import")
    .set({ state: "failed", error: JSON.stringify(error), finished_at: new Date().toISOString() })
    .where("id", "=", id)
    .where("state", "=", "reading")
    .execute();
};
