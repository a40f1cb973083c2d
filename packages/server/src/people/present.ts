import {
  exposureOf,
  FINDING_RULES,
  formatDay,
  parseDay,
  timelineOf,
  type Day,
  type DoseExplained,
  type Exposure,
  type FindingSource,
  type Issue,
  type RegisterFinding,
  type TimelineRow as CoreTimelineRow,
  type Unconverted,
} from "@concord/core";
import type { FindingCode, IssueRow, Person, Stretch, TimelineRow, Working } from "@concord/exchange/api";
import { presentTable } from "../practices/present-table.ts";
import { presentReferral } from "../referrals/present.ts";
import type { CurrentBuild } from "../store/queries/current-build.ts";
import type { PersonFound } from "../store/queries/person-on-register.ts";
import type { ReferralFound } from "../store/queries/referrals-of-person.ts";
import { doseEvents } from "./dose-events.ts";
import { MARKS } from "./marks.ts";

const presentSource = (source: FindingSource): { citation: string; url: string | null } =>
  source.kind === "published" ? { citation: source.citation, url: source.url } : { citation: source.why, url: null };

const SOURCES = new Map(FINDING_RULES.map(({ code, source }) => [code as string, presentSource(source)]));

const presentFinding = (finding: RegisterFinding): Person["findings"][number] => ({
  ...finding,
  code: finding.code as FindingCode,
  rows: finding.rows.map(({ file, row, date, product }) => ({ file, row, date, product })),
  source: SOURCES.get(finding.code) ?? { citation: "", url: null },
});

const presentUnconverted = ({ product, problem }: Unconverted) => ({
  product,
  code: problem.code,
  detail: problem.detail,
});

const presentTimelineRow = (row: CoreTimelineRow): TimelineRow => ({
  from: formatDay(row.from),
  to: formatDay(row.to),
  directed: row.directed,
  supplied: row.supplied,
  atLeast: row.atLeast,
  bySubstance: row.bySubstance.map(({ substance, directed, supplied }) => ({ substance, directed, supplied })),
  unconverted: row.unconverted.map(presentUnconverted),
});

interface Interval {
  readonly from: Day;
  readonly to: Day;
}

const presentStretch = ({ from, to }: Interval, name: string, kind: string | null): Stretch => ({
  name,
  class: kind,
  from: formatDay(from),
  to: formatDay(to),
});

const stretchesOf = ({
  companions,
  maintenance,
  elsewhere,
}: Exposure): Pick<Person, "companions" | "maintenance" | "elsewhere"> => ({
  companions: companions.map((it) => presentStretch(it, it.substance, it.class)),
  maintenance: maintenance.map((it) => presentStretch(it, it.product, it.substance)),
  elsewhere: elsewhere.map((it) => presentStretch(it, it.product, it.substance)),
});

/** What the register says of someone; of someone without any opioid in the records, that there is nothing. */
const onRegister = ({ entry, notReadable }: PersonFound) => ({
  onRegister: entry !== null,
  directed: entry?.directed ?? { min: 0, max: 0 },
  supplied: entry?.supplied ?? 0,
  atLeast: entry?.atLeast ?? false,
  notReadable: notReadable ?? false,
  since: entry?.since ?? null,
  medicines: [...(entry?.medicines ?? [])],
  findings: (entry?.findings ?? []).map(presentFinding),
  unconverted: (entry?.unconverted ?? []).map(presentUnconverted),
});

const ageOn = (birthYear: number | null, asOf: string): number | null => {
  if (birthYear === null) return null;
  const age = Number(asOf.slice(0, 4)) - birthYear;
  return age < 0 ? null : age;
};

/** One person on one screen: the register's entry, and what core makes of all their issues over time. */
export const presentPerson = (
  found: PersonFound,
  build: CurrentBuild,
  issues: readonly Issue[],
  referrals: readonly ReferralFound[],
): Person => {
  const exposure = exposureOf(issues);
  const registered = found.registered === null ? null : parseDay(found.registered);
  return {
    person: found.reference,
    key: found.key,
    birthYear: found.birthYear,
    age: found.age ?? ageOn(found.birthYear, build.asOf),
    sex: found.sex,
    registered: found.registered,
    asOf: build.asOf,
    table: presentTable(build.tableId),
    ...onRegister(found),
    lastIssue: found.lastIssue,
    prescriber: found.prescriber,
    timeline: timelineOf(exposure).map(presentTimelineRow),
    ...stretchesOf(exposure),
    events: [...doseEvents(exposure, issues, registered, parseDay(build.asOf)!)],
    marks: MARKS.map((mark) => ({ ...mark })),
    referrals: referrals.map(presentReferral),
  };
};

/** The steps in their order, each with the part of the working that it belongs to. */
export const presentWorking = (explained: DoseExplained): Working["steps"] =>
  (["directed", "supplied", "apart"] as const).flatMap((part) =>
    explained[part].map(({ say, source }) => ({ say, source, part })),
  );

const quantityOf = ({ reading: { item } }: Issue): string =>
  [item.quantity ?? "", item.quantityUnit ?? ""].filter((part) => part !== "").join(" ");

export const presentIssue = (issue: Issue): IssueRow => ({
  date: formatDay(issue.day),
  product: issue.reading.item.product.name,
  directions: issue.reading.directions.text,
  quantity: quantityOf(issue),
  kind: issue.kind,
  prescriber: issue.prescriber,
  file: issue.file,
  row: issue.row,
});
