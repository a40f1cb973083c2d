/**
 * What the page knows, in the shape that it travels in: days as whole numbers since 1 Jan 1970, doses as mg of oral
 * morphine equivalent a day, texts once in `texts` and by their place elsewhere.
 */
export interface PageData {
  readonly on: number;
  readonly synthetic: boolean;
  readonly table: TableData;
  readonly marks: readonly MarkData[];
  readonly texts: readonly string[];
  readonly people: readonly PersonData[];
}

export interface TableData {
  readonly id: string;
  readonly name: string;
  readonly edition: string;
  readonly source: string;
}

/** A line across the chart: a dose to stop and think at, and who says so. */
export interface MarkData {
  readonly mg: number;
  readonly says: string;
  readonly source: string;
}

/** From a day until the next segment's: as directed least and most; supplied null where it cannot be computed; 1 where something is missing from the total. */
export type SegmentData = readonly [day: number, min: number, max: number, supplied: number | null, atLeast: 0 | 1];

/** An issue: day, product, directions, quantity (places in `texts`), kind (place), file (place), row. */
export type IssueData = readonly [
  day: number,
  product: number,
  directions: number,
  quantity: number,
  kind: number,
  file: number,
  row: number,
];

export interface FindingData {
  readonly code: string;
  /** In one sentence. */
  readonly says: string;
  readonly source: string;
  /** Places in the person's issues. */
  readonly rows: readonly number[];
}

export interface CompanionData {
  readonly name: string;
  readonly class: string;
  /** From and to, in turn. */
  readonly days: readonly number[];
}

export interface DoseData {
  readonly min: number;
  readonly max: number;
  readonly supplied: number | null;
  readonly atLeast: boolean;
}

export interface PersonData {
  readonly id: string;
  readonly born: number | null;
  readonly sex: string | null;
  readonly registered: number | null;
  readonly dose: DoseData;
  /** First day of the episode; null where no opioid is current. */
  readonly since: number | null;
  readonly last: number;
  readonly medicines: readonly string[];
  readonly findings: readonly FindingData[];
  /** Further filters that the person belongs to: "high-dose-120", "long-term-use-12". */
  readonly notes: readonly string[];
  readonly segments: readonly SegmentData[];
  readonly companions: readonly CompanionData[];
  readonly working: readonly { readonly says: string; readonly source: string }[];
  readonly notComputed: readonly { readonly product: string; readonly says: string }[];
  readonly issues: readonly IssueData[];
}
