/** Values of a specification table as Markdown. */

const isRatio = (value: object): value is { n: number; d: number } =>
  Object.keys(value).length === 2 && "n" in value && "d" in value;

const isBand = (value: object): value is { min: unknown; max: unknown } =>
  Object.keys(value).length === 2 && "min" in value && "max" in value;

const sayRatio = ({ n, d }: { n: number; d: number }): string => {
  const decimal = n / d;
  return Number.isInteger(decimal * 1000) ? String(decimal) : `${n}/${d}`;
};

const sayBand = (min: string, max: string): string => (min === max ? min : `${min} to ${max}`);

/** A value as a reader would write it: fractions as decimals, bands as "1 to 2", lists with commas. */
export const sayValue = (value: unknown): string => {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(sayValue).join(", ");
  if (typeof value !== "object") return String(value);
  if (isRatio(value)) return sayRatio(value);
  if (isBand(value)) return sayBand(sayValue(value.min), sayValue(value.max));
  return Object.entries(value)
    .filter(([, inner]) => inner !== null && inner !== undefined)
    .map(([key, inner]) => `${sayName(key)} ${sayValue(inner)}`)
    .join("; ");
};

/** A name of the code in plain words: "asNeeded" is "as needed". */
export const sayName = (name: string): string =>
  name
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll(/[-_]/g, " ")
    .toLowerCase();

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll(/\r?\n/g, " ⏎ ");

/** Rows of objects as one table, a column for each property that any row has a value of. */
export const table = (rows: readonly object[]): string => {
  const said = rows.map((row) => new Map(Object.entries(row).map(([name, value]) => [name, cell(sayValue(value))])));
  const named = [...new Set(said.flatMap((row) => [...row.keys()]))];
  const columns = named.filter((name) => said.some((row) => (row.get(name) ?? "") !== ""));
  const lines = said.map((row) => columns.map((column) => row.get(column) ?? ""));
  return [columns.map(sayName), columns.map(() => "---"), ...lines].map((line) => `| ${line.join(" | ")} |`).join("\n");
};
