import {
  exposureOf,
  formatDay,
  registerEntry,
  timelineOf,
  type Day,
  type Exposure,
  type FactorTableId,
  type Issue,
  type PersonDetails,
  type RefusedRow,
  type RegisterEntry,
} from "@concord/core";
import { sparkPoints } from "./spark-points.ts";
import type { RegisterRowTable, ShownFinding, Spark } from "../store/schema.ts";

export interface PersonOnRecord {
  readonly id: number;
  readonly reference: string;
  readonly details: PersonDetails;
  /** In the order of the records. */
  readonly issues: readonly Issue[];
  readonly refusedRows: readonly RefusedRow[];
}

/** What all lines of one register share. */
export interface BuildTerms {
  readonly asOf: Day;
  readonly dataFrom: Day;
  readonly table: FactorTableId;
  readonly quarters: readonly Day[];
}

/** A line as it is stored; practice and build are added there. */
export type RegisterLineKept = Omit<
  RegisterRowTable,
  "practice_id" | "build_id" | "spark" | "entry" | "shown_findings"
> & {
  readonly spark: Spark;
  readonly entry: unknown;
  readonly shown_findings: readonly ShownFinding[];
};

const NANOGRAMS = 1_000_000;
const SPARK_DAYS = 5 * 366;

const nanograms = (mg: number): number => Math.round(mg * NANOGRAMS);
const toTenth = (mg: number): number => Math.round(mg * 10) / 10;

const segmentOn = ({ segments }: Exposure, day: Day) => segments.find(({ from, to }) => from <= day && day < to);

/** The changes of the last five years, each day that the drawn line bends. */
const sparkOf = (exposure: Exposure, asOf: Day): Spark => {
  const points: [number, number, number][] = [];
  const add = (day: number, directed: number, supplied: number) => {
    const last = points.at(-1);
    if (last === undefined || last[1] !== directed || last[2] !== supplied) points.push([day, directed, supplied]);
  };
  const rows = timelineOf(exposure).filter(({ from, to }) => from <= asOf && to > asOf - SPARK_DAYS);
  for (const { from, directed, supplied } of rows)
    add(Math.max(from, asOf - SPARK_DAYS), toTenth(directed.max), toTenth(supplied));
  const end = rows.at(-1)?.to;
  if (end !== undefined && end <= asOf) add(end, 0, 0);
  return points;
};

/** Who issued last here; records of elsewhere are no issue of this practice. */
const lastIssueOf = (issues: readonly Issue[]): Issue | undefined => {
  const opioid = ({ reading: { identification } }: Issue) =>
    identification.kind === "opioid" || identification.kind === "refused";
  return issues.findLast((issue) => issue.kind !== "elsewhere" && opioid(issue)) ?? issues.findLast(opioid);
};

/** What the register shows of a finding; its evidence stands on the person's page. */
const shownFinding = ({ code, title, ...facts }: RegisterEntry["findings"][number]) => {
  const { months } = facts as { readonly months?: number };
  return { code, title, ...(months === undefined ? {} : { months }) };
};

/** One person's line of the register; null for someone without any opioid in the records. */
export const registerLine = (person: PersonOnRecord, terms: BuildTerms): RegisterLineKept | null => {
  const { reference, details, issues, refusedRows } = person;
  const { asOf, dataFrom, table, quarters } = terms;
  const entry = registerEntry(reference, details, issues, asOf, table, { dataFrom, refusedRows });
  if (entry === null) return null;
  const exposure = exposureOf(issues);
  const now = segmentOn(exposure, asOf);
  const last = lastIssueOf(issues);
  return {
    person_id: person.id,
    reference,
    birth_year: details.birthYear,
    age: details.birthYear === null ? null : Number(entry.on.slice(0, 4)) - details.birthYear,
    sex: details.sex,
    registered: details.registered === null ? null : formatDay(details.registered),
    directed_min_ng: nanograms(entry.directed.min),
    directed_max_ng: nanograms(entry.directed.max),
    supplied_ng: nanograms(entry.supplied),
    at_least: entry.atLeast,
    not_readable: now !== undefined && now.unconverted.length > 0 && now.directed.max === 0,
    current: entry.current,
    since: entry.since,
    last_issue: last === undefined ? null : formatDay(last.day),
    prescriber: last?.prescriber ?? null,
    findings: entry.findings.map(({ code }) => code),
    substances: entry.bySubstance.map(({ substance }) => substance),
    medicines: [...entry.medicines],
    quarter_ng: quarters.map((day) => segmentOn(exposure, day)?.directed.max ?? null),
    spark: sparkPoints(sparkOf(exposure, asOf), asOf + 1),
    entry,
    shown_findings: entry.findings.map(shownFinding),
  };
};
