export interface Column {
  readonly heading: string;
  readonly align: "left" | "right";
}

/** How many places a text takes on a terminal; narrow spaces and dashes take one each. */
const widthOf = (text: string): number => [...text].length;

const pad = (text: string, width: number, align: Column["align"]): string => {
  const room = " ".repeat(Math.max(0, width - widthOf(text)));
  return align === "left" ? text + room : room + text;
};

const cut = (line: string, width: number): string => {
  const signs = [...line];
  return signs.length <= width ? line : `${signs.slice(0, Math.max(1, width - 1)).join("")}…`;
};

/** Rows under their headings, each column as wide as its widest text; lines are cut at `width` where it is given. */
export const textTable = (
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width = Number.POSITIVE_INFINITY,
): string => {
  const widths = columns.map(({ heading }, i) =>
    Math.max(widthOf(heading), ...rows.map((row) => widthOf(row[i] ?? ""))),
  );
  const line = (cells: readonly string[]): string =>
    columns
      .map(({ align }, i) => pad(cells[i] ?? "", widths[i]!, align))
      .join("  ")
      .trimEnd();
  const rule = widths.map((width) => "─".repeat(width)).join("  ");
  return (
    [line(columns.map(({ heading }) => heading)), rule, ...rows.map(line)].map((one) => cut(one, width)).join("\n") +
    "\n"
  );
};
