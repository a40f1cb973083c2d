/** What a spreadsheet takes for a formula, or for the way into one. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** One cell: no text of a record ever runs as a formula, and quotes keep the rest together. */
const cell = (value: string | number | null): string => {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** One line of CSV (RFC 4180), to be opened in a spreadsheet. @example csvLine(["=1+1", null, 3]) // "'=1+1,,3\r\n" */
export const csvLine = (values: readonly (string | number | null)[]): string => `${values.map(cell).join(",")}\r\n`;
