import type { Practice } from "@concord/exchange/api";
import type { PracticeOverview } from "../store/queries/practice-overview.ts";
import { presentTable } from "./present-table.ts";

export const presentPractice = (
  found: PracticeOverview,
  {
    people,
    onRegister,
    unreadTexts,
    unreviewedAccess,
    building,
  }: Pick<Practice, "people" | "onRegister" | "unreadTexts" | "unreviewedAccess" | "building">,
): Practice => ({
  id: found.id,
  name: found.name,
  synthetic: found.synthetic,
  asOf: found.asOf,
  people,
  onRegister,
  table: presentTable(found.tableId),
  rows: { read: found.rowsRead, used: found.used, setAside: found.setAside, refused: found.refused },
  unreadTexts,
  unreviewedAccess,
  registerBuiltAt: found.registerBuiltAt,
  building,
});
