import { presentTables, type PresentedTable } from "@concord/core";
import { table } from "./markdown.ts";
import type { Page } from "./page.ts";

const section = ({ id, name, edition, isDefault, source, url, dateRead, reviewer, rows }: PresentedTable): string =>
  [
    `## ${id}${isDefault ? " (default)" : ""}`,
    `${name}, ${edition}. ${source}. <${url}> Read ${dateRead}; reviewed by: ${reviewer}.`,
    table(rows),
  ].join("\n\n");

/** Every factor table, row by row, with where each row was read. */
export const factorTablesPage = (): Page => ({
  path: "docs/spec/factor-tables.md",
  text: [
    "# Specification: factor tables",
    "Rendered from `packages/core/src/equivalence/factor-tables` by `npm run docs`. A factor by mg is mg OME for each mg; by microgram/hour it is mg OME a day; a patch has its own row.",
    ...presentTables().map(section),
    "",
  ].join("\n\n"),
});
