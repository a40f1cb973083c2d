import { presentTables } from "@concord/core";
import type { Command } from "../calling/command.ts";
import { jsonLine, lineWriter } from "../terminal/output.ts";
import { tableId } from "../records/load-records.ts";
import { textTable, type Column } from "../terminal/text-table.ts";

type Table = ReturnType<typeof presentTables>[number];
type Row = Table["rows"][number];

const COLUMNS: readonly Column[] = [
  { heading: "Substance", align: "left" },
  { heading: "Route", align: "left" },
  { heading: "Counts", align: "left" },
  { heading: "Oral morphine", align: "right" },
  { heading: "Source", align: "left" },
];

const band = ({ fromMgPerDay, toMgPerDay }: Row): string => {
  if (fromMgPerDay === null && toMgPerDay === null) return "";
  return toMgPerDay === null ? `, from ${fromMgPerDay} mg a day` : `, ${fromMgPerDay ?? 0} to ${toMgPerDay} mg a day`;
};

const counts = (row: Row): string =>
  row.per === "patch"
    ? `patch of ${row.microgramsPerHour} micrograms/hour`
    : row.per === "none"
      ? ""
      : `${row.per}${band(row)}`;

const worth = (row: Row): string => {
  if (row.per === "none") return "no factor";
  return row.per === "patch" ? `${row.omePerDay} mg a day` : `× ${row.factor}`;
};

const sayTable = (table: Table): string =>
  [
    `${table.id}${table.isDefault ? " (used where no table is named)" : ""}: ${table.name}, ${table.edition}`,
    `${table.source}`,
    `${table.url}`,
    `Read on ${table.dateRead}. Checked by: ${table.reviewer}.`,
    "",
    textTable(
      COLUMNS,
      table.rows.map((row) => [
        row.substance,
        row.route,
        counts(row),
        worth(row),
        row.note === null ? row.source : `${row.source}: ${row.note}`,
      ]),
    ),
  ].join("\n");

export const tables: Command = {
  name: "tables",
  summary: "Shows the factor tables, each row with its source.",
  usage: "[ID...] [--json]",
  about: [
    "Those that are named by their ids, or all of them.",
    "A total names its table and edition, and never mixes two. Factors differ between countries on purpose.",
  ],
  options: { json: { type: "boolean", says: "one JSON object for each table, one a line" } },
  takes: { least: 0, most: Number.POSITIVE_INFINITY, called: "" },
  examples: [
    { says: "Every table, to read", call: "concord tables" },
    { says: "One of them", call: "concord tables cdc-2022" },
    { says: "The ids alone", call: `concord tables --json | grep -o '"id":"[^"]*"'` },
  ],
  run: async (call) => {
    const asked = new Set(call.given.map(tableId));
    const out = lineWriter();
    for (const table of presentTables().filter(({ id }) => asked.size === 0 || asked.has(id)))
      await out.line(call.flag("json") ? jsonLine(table) : sayTable(table));
    await out.end();
    return 0;
  },
};
