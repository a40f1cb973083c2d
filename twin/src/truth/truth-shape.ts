/** truth.json as its readers see it. */
export interface Truth {
  readonly synthetic: true;
  readonly label: string;
  readonly persons: readonly PersonTruth[];
  readonly texts: readonly {
    readonly text: string;
    readonly perDay: Band | null;
    readonly unit: string;
    readonly asNeeded: boolean;
    readonly reason: string | null;
    readonly rows: number;
  }[];
  readonly calibration: Record<string, unknown>;
}

export interface Band {
  readonly min: number;
  readonly max: number;
}

export interface PersonTruth {
  readonly person: string;
  readonly pattern: string;
  readonly registered: string;
  readonly situations: readonly { readonly code: string; readonly clear: boolean }[];
  readonly regimen: readonly {
    readonly from: string;
    readonly to: string | null;
    readonly product: string;
    readonly name: string;
    readonly code: string;
    readonly substance: string;
    readonly kind: string;
    readonly maintenance: boolean;
    readonly text: string;
    readonly unreadable: string | null;
    readonly perDay: Band;
    readonly omePerDay: Band | null;
    readonly taken: { readonly omePerDay: number | null };
  }[];
  readonly end: {
    readonly directed: Band;
    readonly whole: Band;
    readonly taken: number;
    readonly supplied: number;
    readonly atLeast: boolean;
    readonly settled: boolean;
  };
  readonly months: readonly (readonly [string, number, number, number])[];
  readonly messy: readonly { readonly day: string; readonly what: string }[];
}
