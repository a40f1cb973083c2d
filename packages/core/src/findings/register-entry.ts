import { formatDay, type Day } from "../calendar/day.ts";
import type { FactorTableId } from "../equivalence/types.ts";
import type { Dose } from "../exposure/dose-on.ts";
import { milligrams } from "../exposure/milligrams.ts";
import { partOf } from "../exposure/part.ts";
import type { ExposureSettings } from "../exposure/settings.ts";
import type { Issue, PersonDetails, RefusedRow, Unconverted } from "../exposure/types.ts";
import { distinctUnconverted } from "../exposure/unconverted.ts";
import type { Opioid } from "../medicines/types.ts";
import { currentSpans } from "./evidence.ts";
import { findingContext } from "./finding-context.ts";
import type { EvidenceRow, Finding } from "./finding.ts";
import type { FindingCode } from "./finding-codes.ts";
import { findingsOf, type FindingSettings } from "./rules.ts";

export interface MgPerDay {
  readonly min: number;
  readonly max: number;
}

/** A finding as the register prints it: its code and title, then its evidence. */
export interface RegisterFinding {
  readonly code: FindingCode;
  readonly title: string;
  readonly rows: readonly EvidenceRow[];
  readonly [fact: string]: unknown;
}

/** One person's line of the register, as `concord register --json` prints it. Doses in mg OME a day, dates ISO 8601. */
export interface RegisterEntry {
  readonly person: string;
  readonly on: string;
  /** As current on the day; 0 to 0 when nothing is. */
  readonly directed: MgPerDay;
  readonly supplied: number;
  /** With an opioid current: see `withOpioidCurrent`. */
  readonly current: boolean;
  readonly table: FactorTableId;
  /** Something was refused or is supplied elsewhere: the truth is at least this. */
  readonly atLeast: boolean;
  /** First day of the current episode, or of the last one; null where this practice issued no opioid for pain. */
  readonly since: string | null;
  readonly findings: readonly RegisterFinding[];
  /** Opioids for pain that are current, by product. */
  readonly medicines: readonly string[];
  readonly bySubstance: readonly {
    readonly substance: Opioid;
    readonly directed: MgPerDay;
    readonly supplied: number;
  }[];
  readonly unconverted: readonly Unconverted[];
}

export interface RegisterSettings {
  readonly exposure?: Partial<ExposureSettings>;
  readonly findings?: FindingSettings;
  /** The first day that the data as a whole cover. */
  readonly dataFrom?: Day;
  /** Rows of the person's opioids that were refused as rows. */
  readonly refusedRows?: readonly RefusedRow[];
}

const isOpioid = ({ reading }: Issue): boolean => {
  const { role } = partOf(reading);
  return role === "analgesic" || role === "maintenance";
};

const mgPerDay = ({ min, max }: Dose["directed"]): MgPerDay => ({ min: milligrams(min), max: milligrams(max) });

const productNames = (dose: Dose): readonly string[] =>
  [...new Set(currentSpans(dose).map(({ part }) => part.reading.item.product.name))].toSorted();

/**
 * Whether someone counts as a person with an opioid current: an instruction of an opioid for pain that this practice
 * issued is current, whether its dose could be computed or not. What is recorded elsewhere and maintenance treatment
 * stand in findings of their own; a supply that is used up does not count, though it is still in the window.
 */
const withOpioidCurrent = ({ current }: Dose): boolean => current.length > 0;

const doseFields = (dose: Dose, { supplyWindowDays }: ExposureSettings) => ({
  directed: mgPerDay(dose.directed),
  supplied: milligrams(dose.inWindow, supplyWindowDays),
  current: withOpioidCurrent(dose),
  atLeast: dose.atLeast,
  since: dose.episode === null ? null : formatDay(dose.episode.since),
  medicines: productNames(dose),
  bySubstance: dose.bySubstance.map(({ substance, directed, inWindow }) => ({
    substance,
    directed: mgPerDay(directed),
    supplied: milligrams(inWindow, supplyWindowDays),
  })),
  unconverted: distinctUnconverted([...dose.unconverted, ...dose.notSupplied]),
});

const printed = ({ code, title, evidence }: Finding): RegisterFinding => Object.assign({ code, title }, evidence);

/** Rows that may be part of the picture on the day: of no known day, or as recent as a supply in the window or its grace. */
const openRows = (
  rows: readonly RefusedRow[],
  on: Day,
  { supplyWindowDays, graceDays }: ExposureSettings,
): readonly Unconverted[] =>
  rows
    .filter(({ day }) => day === null || (day <= on && day > on - supplyWindowDays - graceDays))
    .map(({ product, row, because }) => ({
      substance: null,
      product,
      problem: { code: "row-refused", detail: `${because} (row ${row})` },
    }));

const checkTable = (issues: readonly Issue[], table: FactorTableId): void => {
  for (const { reading } of issues)
    if (reading.table !== table) throw new RangeError(`read under ${reading.table}, not ${table}: tables never mix`);
};

/**
 * One person's line of the register on a day; null for a person without any opioid issue in the data (opioids for
 * pain, refused ones, those recorded elsewhere and maintenance treatment all count) and without a refused row of one.
 *
 * Takes all issues of the person, companions and other products included, read under `table`: another table is a bug
 * and throws. Answers mg OME a day, rounded once to six decimals. What was refused sets `atLeast`.
 *
 * @example 56 tablets of morphine 10 mg, one twice a day, issued on 1 Jan 2026; on 10 Jan 2026:
 * directed 20 to 20, supplied 6.222222, since "2026-01-01", no findings.
 */
export const registerEntry = (
  person: string,
  details: PersonDetails,
  issues: readonly Issue[],
  on: Day,
  table: FactorTableId,
  settings: RegisterSettings = {},
): RegisterEntry | null => {
  checkTable(issues, table);
  const refusedRows = settings.refusedRows ?? [];
  if (refusedRows.length === 0 && !issues.some(isOpioid)) return null;
  const context = findingContext(details, issues, on, settings.exposure, settings.dataFrom ?? null);
  const fields = doseFields(context.dose, context.exposureSettings);
  const { directed, supplied, current, since, medicines, bySubstance } = fields;
  const findings = findingsOf(context, settings.findings).map(printed);
  const open = openRows(refusedRows, on, context.exposureSettings);
  const unconverted = open.length === 0 ? fields.unconverted : distinctUnconverted([...fields.unconverted, ...open]);
  const atLeast = fields.atLeast || open.length > 0;
  const day = formatDay(on);
  return {
    person,
    on: day,
    directed,
    supplied,
    current,
    table,
    atLeast,
    since,
    findings,
    medicines,
    bySubstance,
    unconverted,
  };
};
