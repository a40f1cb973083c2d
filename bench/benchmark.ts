export interface Sizes {
  /** People of the FHIR file. */
  readonly people: number;
  /** Rows of the CSV files, one benchmark each. */
  readonly rows: readonly number[];
  /** Runs of which the quickest counts. */
  readonly repeat: number;
}

/** One figure against its target. */
export interface Figure {
  readonly what: string;
  readonly measured: number;
  readonly unit: string;
  readonly target: number;
  /** Whether the target is a floor or a ceiling. */
  readonly better: "more" | "less";
  readonly detail: string;
}

export interface Benchmark {
  readonly name: string;
  readonly run: (sizes: Sizes) => Promise<readonly Figure[]>;
}

export const isMet = ({ measured, target, better }: Figure): boolean =>
  better === "more" ? measured >= target : measured < target;
