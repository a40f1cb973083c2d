import {
  exposureOf,
  FINDING_RULES,
  timelineOf,
  type Day,
  type Exposure,
  type Issue,
  type RegisterEntry,
  type RegisterFinding,
  type Step,
  type TimelineRow,
} from "@concord/core";
import type { PersonRecord } from "@concord/exchange";
import { isoToDay } from "../words/say-dose.ts";
import { knownSupply } from "../records/known-supply.ts";
import { sayFinding } from "../words/say-finding.ts";
import { sayProblem } from "../words/say-problem.ts";
import type { CompanionData, FindingData, IssueData, PersonData, SegmentData } from "./page-data.ts";

/** Texts that many people share, each once, by its place. */
export class Texts {
  readonly all: string[] = [];
  readonly #places = new Map<string, number>();
  readonly #folder: string;

  /** `folder` is left out where a path starts with it. */
  constructor(folder = "") {
    this.#folder = folder;
  }

  /** A path, or a text that starts with one, as short as it can be. */
  short(path: string): string {
    return this.#folder !== "" && path.startsWith(this.#folder) ? path.slice(this.#folder.length) : path;
  }

  placeOf(text: string): number {
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    this.#places.set(text, this.all.length);
    return this.all.push(text) - 1;
  }
}

/** Six decimals are exact enough to reckon with; a page shows one and holds three. */
const short = (mg: number): number => Math.round(mg * 1000) / 1000;

const same = (a: SegmentData, b: SegmentData): boolean =>
  a[1] === b[1] && a[2] === b[2] && a[3] === b[3] && a[4] === b[4];

const supplied = ({ supplied: mg, unconverted }: TimelineRow): number | null =>
  mg === 0 && unconverted.length > 0 ? null : short(mg);

const segmentsUntil = (rows: readonly TimelineRow[], on: Day): readonly SegmentData[] => {
  const segments: SegmentData[] = [];
  for (const row of rows) {
    if (row.from > on) break;
    const { min, max } = row.directed;
    const next: SegmentData = [row.from, short(min), short(max), supplied(row), row.atLeast ? 1 : 0];
    const last = segments.at(-1);
    if (last === undefined || !same(last, next)) segments.push(next);
  }
  const end = rows.at(-1)?.to;
  if (end !== undefined && end <= on) segments.push([end, 0, 0, 0, 0]);
  return segments;
};

interface Beside {
  readonly name: string;
  readonly class: string;
  readonly from: number;
  readonly to: number;
}

/** What stands beneath the chart: companions, then what is shown and never summed. */
const besideOf = ({ companions, maintenance, elsewhere }: Exposure): readonly Beside[] => [
  ...companions.map((one) => ({ ...one, name: one.substance })),
  ...maintenance.map((one) => ({
    ...one,
    name: `${one.substance ?? one.product}, maintenance treatment`,
    class: "maintenance",
  })),
  ...elsewhere.map((one) => ({
    ...one,
    name: `${one.substance ?? one.product}, recorded elsewhere`,
    class: "elsewhere",
  })),
];

const companionsUntil = (all: readonly Beside[], on: Day): readonly CompanionData[] => {
  const byName = new Map<string, { name: string; class: string; days: number[] }>();
  for (const { name, class: kind, from, to } of all) {
    if (from > on) continue;
    let one = byName.get(name);
    if (one === undefined) byName.set(name, (one = { name, class: kind, days: [] }));
    one.days.push(from, Math.min(to, on));
  }
  return [...byName.values()];
};

const quantityOf = ({ reading: { item } }: Issue): string =>
  [item.quantity ?? "", item.quantityUnit ?? ""].filter((part) => part !== "").join(" ");

const issueData = (issue: Issue, texts: Texts): IssueData => [
  issue.day,
  texts.placeOf(issue.reading.item.product.name),
  texts.placeOf(issue.reading.directions.text),
  texts.placeOf(quantityOf(issue)),
  texts.placeOf(issue.kind.replaceAll("-", " ")),
  texts.placeOf(texts.short(issue.file)),
  issue.row,
];

const SOURCES = new Map(
  FINDING_RULES.map(({ code, source }) => [code as string, source.kind === "published" ? source.citation : source.why]),
);

const findingData = (finding: RegisterFinding, issues: readonly Issue[]): FindingData => {
  const wanted = new Set(finding.rows.map(({ file, row }) => `${row} ${file}`));
  return {
    code: finding.code,
    says: sayFinding(finding.code, finding),
    source: SOURCES.get(finding.code) ?? "",
    rows: issues.flatMap(({ file, row }, i) => (wanted.has(`${row} ${file}`) ? [i] : [])),
  };
};

const notesOf = (findings: readonly RegisterFinding[]): readonly string[] => [
  ...(findings.some((one) => one.code === "high-dose" && one["at120"] === true) ? ["high-dose-120"] : []),
  ...(findings.some((one) => one.code === "long-term-use" && one["months"] === 12) ? ["long-term-use-12"] : []),
];

const opioidOf = ({ reading: { identification, item } }: Issue): string | null => {
  const apart = (name: string, use: string): string => (use === "maintenance" ? `${name} (maintenance)` : name);
  if (identification.kind === "opioid") return apart(identification.medicine.substance, identification.medicine.use);
  if (identification.kind !== "refused") return null;
  return apart(identification.substance ?? item.product.name, identification.use);
};

/** The opioids of the year up to the day, newest first; all of them where there was none in that year. */
const opioidsOf = (issues: readonly Issue[], on: Day): readonly string[] => {
  const opioids = issues.map((issue) => ({ day: issue.day, name: opioidOf(issue) })).reverse();
  const named = (from: number): string[] => [
    ...new Set(opioids.flatMap(({ day, name }) => (name !== null && day >= from ? [name] : []))),
  ];
  const lately = named(on - 365);
  return lately.length > 0 ? lately : named(Number.NEGATIVE_INFINITY);
};

/** One person as the page holds them: everything that their view shows, as short as it goes. */
export const personData = (
  record: PersonRecord,
  entry: RegisterEntry,
  working: readonly Step[],
  on: Day,
  texts: Texts,
): PersonData => {
  const issues = record.issues.filter(({ day }) => day <= on);
  const exposure = exposureOf(issues);
  const supplied = knownSupply(entry);
  return {
    id: record.person,
    born: record.details.birthYear,
    sex: record.details.sex,
    registered: record.details.registered,
    dose: {
      min: short(entry.directed.min),
      max: short(entry.directed.max),
      supplied: supplied === null ? null : short(supplied),
      atLeast: entry.atLeast,
    },
    since: entry.since === null || !entry.current ? null : isoToDay(entry.since),
    last: issues.at(-1)?.day ?? on,
    medicines: opioidsOf(issues, on),
    findings: entry.findings.map((finding) => findingData(finding, issues)),
    notes: notesOf(entry.findings),
    segments: segmentsUntil(timelineOf(exposure), on),
    companions: companionsUntil(besideOf(exposure), on),
    working: working.map(({ say, source }) => ({ says: say, source: texts.short(source) })),
    notComputed: entry.unconverted.map(({ product, problem }) => ({ product, says: sayProblem(problem) })),
    issues: issues.map((issue) => issueData(issue, texts)),
  };
};
