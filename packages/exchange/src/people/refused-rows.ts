import type { RefusedRow } from "@concord/core";

/** Rows refused of one person that are named: one alone makes the total "at least". */
const REFUSED_KEPT = 10;

/** Adds a refused row to those of its person: the first few, and always one of an unknown day or later than all others. */
export const addRefused = (rows: RefusedRow[], row: RefusedRow): void => {
  if (rows.length < REFUSED_KEPT) rows.push(row);
  else if (row.day === null || rows.every(({ day }) => day !== null && day < row.day!)) rows[rows.length - 1] = row;
};
