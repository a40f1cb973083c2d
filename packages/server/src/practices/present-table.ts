import { factorTable, isFactorTableId, type FactorTableId } from "@concord/core";

/** The table that a register was built with; the UK table before the first one. */
export const tableOf = (id: string | null): FactorTableId => (id !== null && isFactorTableId(id) ? id : "uk");

/** A factor table by name, as every dose names it. */
export const presentTable = (id: string | null): { id: string; name: string; edition: string } => {
  const { id: known, name, edition } = factorTable(tableOf(id));
  return { id: known, name, edition };
};
