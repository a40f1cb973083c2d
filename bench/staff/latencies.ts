/** What was measured of one path. */
export interface Measured {
  readonly path: string;
  readonly count: number;
  readonly errors: number;
  /** Milliseconds, of those that were answered well. */
  readonly median: number;
  readonly p99: number;
  readonly slowest: number;
}

/** The value that so large a share of them does not exceed; 0 of none. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted.length === 0 ? 0 : sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]!;

const measuredOf = (path: string, times: readonly number[], errors: number): Measured => {
  const sorted = times.toSorted((a, b) => a - b);
  return {
    path,
    count: times.length + errors,
    errors,
    median: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
    slowest: sorted.at(-1) ?? 0,
  };
};

/** How long answers took, by path. */
export class Latencies {
  readonly #times = new Map<string, number[]>();
  readonly #errors = new Map<string, Map<string, number>>();

  note(path: string, milliseconds: number, error: string | null): void {
    const times = this.#times.get(path) ?? [];
    this.#times.set(path, times);
    if (error === null) return void times.push(milliseconds);
    const errors = this.#errors.get(path) ?? new Map<string, number>();
    errors.set(error, (errors.get(error) ?? 0) + 1);
    this.#errors.set(path, errors);
  }

  paths(): readonly Measured[] {
    return [...this.#times].map(([path, times]) => measuredOf(path, times, this.#errorsOf(path)));
  }

  all(): Measured {
    const errors = [...this.#times.keys()].reduce((sum, path) => sum + this.#errorsOf(path), 0);
    return measuredOf("all", [...this.#times.values()].flat(), errors);
  }

  /** Which errors there were, a line each. */
  errors(): readonly string[] {
    return [...this.#errors].flatMap(([path, errors]) =>
      [...errors].map(([error, times]) => `${times} times ${error}: ${path}`),
    );
  }

  #errorsOf(path: string): number {
    return [...(this.#errors.get(path)?.values() ?? [])].reduce((sum, times) => sum + times, 0);
  }
}
