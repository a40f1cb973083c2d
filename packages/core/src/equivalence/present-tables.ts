import { toNumber } from "../quantity/ratio.ts";
import { FACTOR_TABLES } from "./factor-tables.ts";
import type { FactorRow, FactorTable } from "./types.ts";

/** One row as a program reads it: `factor` or `omePerDay` is null where the row has the other, both where it has none. */
export interface PresentedRow {
  readonly substance: string;
  readonly route: string;
  /** "mg", "microgram/hour", "patch" or "none". */
  readonly per: FactorRow["per"]["unit"];
  /** mg OME for each mg, or mg OME a day for each microgram an hour. */
  readonly factor: number | null;
  readonly microgramsPerHour: number | null;
  /** mg OME a day of one patch worn. */
  readonly omePerDay: number | null;
  /** Daily dose of the substance, mg, from and to which the factor holds. */
  readonly fromMgPerDay: number | null;
  readonly toMgPerDay: number | null;
  readonly source: string;
  readonly note: string | null;
}

export interface PresentedTable extends Omit<FactorTable, "rows"> {
  readonly isDefault: boolean;
  readonly rows: readonly PresentedRow[];
}

const presentRow = ({ substance, route, per, source, note }: FactorRow): PresentedRow => ({
  substance,
  route,
  per: per.unit,
  factor: per.unit === "mg" || per.unit === "microgram/hour" ? toNumber(per.factor) : null,
  microgramsPerHour: per.unit === "patch" ? toNumber(per.microgramsPerHour) : null,
  omePerDay: per.unit === "patch" ? toNumber(per.omePerDay) : null,
  fromMgPerDay: per.unit === "mg" ? (per.fromMgPerDay ?? null) : null,
  toMgPerDay: per.unit === "mg" ? (per.toMgPerDay ?? null) : null,
  source,
  note: per.unit === "none" ? per.why : (note ?? null),
});

/**
 * Every factor table with its provenance and rows, as plain data for a command line or another program.
 * @example presentTables()[0].rows.find((row) => row.microgramsPerHour === 52.5)?.omePerDay // 126
 */
export const presentTables = (): readonly PresentedTable[] =>
  FACTOR_TABLES.map(({ id, name, edition, source, url, dateRead, reviewer, rows }, index) => ({
    id,
    name,
    edition,
    source,
    url,
    dateRead,
    reviewer,
    isDefault: index === 0,
    rows: rows.map(presentRow),
  }));
