import type { ReactNode } from "react";
import "./stacked.css";

interface TableProps<Column extends string> {
  /** What it holds: heard, not seen. */
  readonly label: string;
  readonly className?: string;
  readonly columns: readonly Column[];
  readonly says: (column: Column) => string;
  /** Columns of numbers, which stand at the right. */
  readonly numbers?: ReadonlySet<string>;
  /** A row each. */
  readonly children: ReactNode;
}

/** Roles are said, since a table that is shown as anything else would lose them. */
const Table = <Column extends string>({ label, className, columns, says, numbers, children }: TableProps<Column>) => (
  <table role="table" className={`plain ${className ?? ""}`.trim()}>
    <caption className="unseen">{label}</caption>
    <thead role="rowgroup">
      <tr role="row">
        {columns.map((one) => (
          <th role="columnheader" scope="col" key={one} className={numbers?.has(one) ? "number" : undefined}>
            {says(one)}
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup">{children}</tbody>
  </table>
);

/** On a narrow screen each row is a block, its cells below each other under their `data-label`. */
export const StackedTable = <Column extends string>({ className = "", ...rest }: TableProps<Column>) => (
  <Table {...rest} className={`stacked ${className}`} />
);

/** A long or wide table, which is scrolled in a place of its own. */
export const ScrolledTable = <Column extends string>(of: TableProps<Column>) => (
  <div className="scroll tall" role="region" aria-label={of.label} tabIndex={0}>
    <Table {...of} />
  </div>
);
