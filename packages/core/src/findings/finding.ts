import type { Day } from "../calendar/day.ts";
import type { Dose } from "../exposure/dose-on.ts";
import type { ExposureSettings } from "../exposure/settings.ts";
import type { Spans } from "../exposure/spans.ts";
import type { PersonDetails } from "../exposure/types.ts";
import type { FindingCode } from "./finding-codes.ts";
import type { SupplyStretch } from "./supply-stretch.ts";

/** What a finding rests on: something published, or, said plainly, nothing published. */
export type FindingSource =
  | { readonly kind: "published"; readonly key: string; readonly citation: string; readonly url: string }
  | { readonly kind: "none"; readonly why: string };

/** A record that proves a finding, as a person would look it up. */
export interface EvidenceRow {
  readonly file: string;
  readonly row: number;
  /** ISO 8601. */
  readonly date: string;
  readonly product: string;
}

type Fact = string | number | boolean | null;
type FactList = readonly Fact[] | readonly { readonly [name: string]: Fact | readonly Fact[] }[];

/** The facts of a finding: units in the names, dates as ISO 8601, and the rows that prove it. */
export interface Evidence {
  readonly rows: readonly EvidenceRow[];
  readonly [name: string]: Fact | FactList | readonly EvidenceRow[];
}

/** Something that a clinician should look at. No score, no rank, no label. */
export interface Finding {
  readonly code: FindingCode;
  readonly title: string;
  readonly source: FindingSource;
  /** The thresholds that it was judged by. */
  readonly thresholds: ThresholdValues;
  readonly evidence: Evidence;
}

export type ThresholdValues = Readonly<Record<string, number | readonly string[]>>;

/** What every rule may look at: one person up to one day. */
export interface FindingContext {
  readonly details: PersonDetails;
  readonly on: Day;
  /** Reckoned up to and on the day. */
  readonly spans: Spans;
  readonly dose: Dose;
  readonly exposureSettings: ExposureSettings;
  /** The first day of this person's records of any product; null where there is none. */
  readonly firstRecord: Day | null;
  /** The first day that the data as a whole cover; null where that is not known. */
  readonly dataFrom: Day | null;
  /** Supply against directions of each current substance; worked out when first asked for. */
  readonly stretches: () => readonly SupplyStretch[];
}

/** One rule: what it looks for, what it rests on, its thresholds, and a pure function. */
export interface FindingRule<C extends FindingCode = FindingCode, S extends ThresholdValues = ThresholdValues> {
  readonly code: C;
  /** May name a threshold in braces, which its value then takes the place of. */
  readonly title: string;
  readonly source: FindingSource;
  /** Where several sources bear on it, the others. */
  readonly alsoSee?: readonly FindingSource[];
  readonly defaults: S;
  /** The evidence where the rule holds; null where it does not. */
  readonly find: (context: FindingContext, thresholds: S) => Evidence | null;
}
