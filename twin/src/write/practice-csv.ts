import type { Person } from "../plan/plan.ts";
import type { Line, Row } from "../plan/rows.ts";
import { prescriberOf } from "./prescribers.ts";
import { iso } from "./iso-days.ts";

export const CSV_HEADER =
  "person,birth_year,sex,registered_date,issue_date,product_code,product_name,quantity,quantity_unit,directions,kind,prescriber,status\n";

const NEEDS_QUOTES = /[",\n\r]/;
const field = (text: string): string => (NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const middle = (line: Line, code: string, quantity: string, unit: string): string =>
  `,${code},${field(line.name)},${quantity},${unit},${field(line.direction.text)},${line.kind},`;

const middleOf = ({ line, mess }: Row): string => {
  if (mess === "code-and-name-disagree")
    return middle(line, line.swappedCode ?? "", line.quantityText, line.quantityUnit);
  if (mess === "quantity-missing") return middle(line, line.code, "", "");
  return (line.made.csv ??= middle(line, line.code, line.quantityText, line.quantityUnit));
};

/** One person's rows of the documented practice extract. */
export const csvRows = (person: Person, rows: readonly Row[]): string => {
  const start = `${person.id},${person.birthYear},${person.sex},${iso(person.registered)},`;
  let text = "";
  for (const row of rows) text += `${start}${iso(row.day)}${middleOf(row)}${prescriberOf(person, row)},${row.status}\n`;
  return text;
};
