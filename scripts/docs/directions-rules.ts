import type { SpecificationRule } from "../../packages/core/src/directions/directions.spec-table.ts";
import { table } from "./markdown.ts";

const readable = (text: string): string => (text.trim() === "" ? `(${text.length} spaces)` : `\`${text}\``);

/** The rules of directions, each with its reason and the texts that show it. */
export const directionsRules = (rules: readonly SpecificationRule[]): string =>
  rules
    .map(({ rule, because, rows }) =>
      [`### ${rule}`, because, table(rows.map(([text, reading]) => ({ text: readable(text), aDay: reading })))].join(
        "\n\n",
      ),
    )
    .join("\n\n");

export const countTexts = (rules: readonly SpecificationRule[]): number =>
  rules.reduce((sum, { rows }) => sum + rows.length, 0);
