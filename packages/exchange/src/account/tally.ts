import type { Computed, DoseProblem, ItemReading } from "@concord/core";
import { REASON_CODES, reason, type ReasonCode } from "./reasons.ts";
import type { Example, Fate, FileAccount, Format, ReasonCount, RowAccount, RowsByReason } from "./types.ts";

/** Enough to look up; a whole list of thousands helps nobody. */
const EXAMPLES_KEPT = 5;

/** What a used row's product is. */
export const NOT_WATCHED = 0;
export const COMPANION = 1;
export const OPIOID = 2;
/** Its product is refused: the row is refused too, but the person is still shown, with "at least". */
export const REFUSED = 3;
export type ItemClass = typeof NOT_WATCHED | typeof COMPANION | typeof OPIOID | typeof REFUSED;

interface Count {
  count: number;
  readonly examples: Example[];
}

/** Counts rows of one file. Rows read are counted on their own, so that the sum of the fates can be held against them. */
export class Tally {
  readonly file: string;
  readonly format: Format;
  rowsRead = 0;
  readonly used: [number, number, number] = [0, 0, 0];
  readonly counts = new Map<ReasonCode, Count>();

  constructor(file: string, format: Format) {
    this.file = file;
    this.format = format;
  }

  /** The row is not used; `found` says what stands there. */
  put(code: ReasonCode, row: number, found: string): void {
    let entry = this.counts.get(code);
    if (entry === undefined) this.counts.set(code, (entry = { count: 0, examples: [] }));
    entry.count++;
    if (entry.examples.length < EXAMPLES_KEPT)
      entry.examples.push({ file: this.file, row, found: short(found), todo: reason(code).todo });
  }
}

/** Long cells are cut in examples, never in issues. */
const short = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)} …` : text);

const byFate = (tallies: readonly Tally[], fate: Fate): RowsByReason => {
  const reasons: ReasonCount[] = [];
  let total = 0;
  for (const code of REASON_CODES) {
    if (reason(code).fate !== fate) continue;
    const found = tallies.flatMap((tally) => tally.counts.get(code) ?? []);
    const count = found.reduce((sum, each) => sum + each.count, 0);
    if (count === 0) continue;
    total += count;
    const examples = found.flatMap((each) => each.examples).slice(0, EXAMPLES_KEPT);
    reasons.push({ code, say: reason(code).say, count, examples });
  }
  return { total, reasons };
};

/** The account of these files together. */
export const sumOf = (tallies: readonly Tally[]): RowAccount => {
  const sum = (pick: (tally: Tally) => number) => tallies.reduce((total, tally) => total + pick(tally), 0);
  const [notWatched, companion, opioid] = [0, 1, 2].map((at) => sum((tally) => tally.used[at as 0 | 1 | 2]));
  const used = { opioid: opioid ?? 0, companion: companion ?? 0, notWatched: notWatched ?? 0 };
  return {
    rowsRead: sum((tally) => tally.rowsRead),
    used: { total: used.opioid + used.companion + used.notWatched, ...used },
    setAside: byFate(tallies, "set-aside"),
    refused: byFate(tallies, "refused"),
  };
};

export const accountOf = (tally: Tally): FileAccount => ({
  file: tally.file,
  format: tally.format,
  ...sumOf([tally]),
});

const SAY: Record<DoseProblem["code"], string> = {
  "product-refused": "the product is not certain",
  "row-refused": "the row was refused",
  "maintenance-treatment": "maintenance treatment: shown, never summed",
  "not-an-opioid": "not an opioid",
  "directions-refused": "the directions cannot be read with certainty",
  "no-factor": "the factor table has no factor for it",
  "unit-does-not-fit": "the directions count in a unit that does not fit the product",
  "stated-amount-disagrees": "an amount in the directions disagrees with the product",
  "quantity-missing": "no quantity",
  "quantity-not-understood": "a quantity that is not understood",
  implausible: "not believable",
};

/** Used rows of opioids whose dose could not be computed, as directed or as supplied; one row may be both. */
export class ComputedTally {
  #rows = 0;
  readonly #counts = new Map<string, Count & { readonly say: string }>();

  put(problems: readonly ItemProblem[], reading: () => ItemReading, file: string, row: number): void {
    this.#rows++;
    for (const problem of problems) {
      const { method } = problem;
      const code = `${method}-${problem.code}`;
      let entry = this.#counts.get(code);
      if (entry === undefined)
        this.#counts.set(code, (entry = { count: 0, examples: [], say: `as ${method}: ${SAY[problem.code]}` }));
      entry.count++;
      if (entry.examples.length < EXAMPLES_KEPT)
        entry.examples.push({
          file,
          row,
          found: short(detailOf(reading()[method])),
          todo: "Look up the issue in the record.",
        });
    }
  }

  account(): RowsByReason {
    const reasons = [...this.#counts].map(([code, { say, count, examples }]) => ({ code, say, count, examples }));
    return { total: this.#rows, reasons: reasons.sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)) };
  }
}

const detailOf = (computed: Computed<unknown>): string =>
  computed.status === "refused" ? computed.problem.detail : "";

export type Method = "directed" | "supplied";

export interface ItemProblem {
  readonly method: Method;
  readonly code: DoseProblem["code"];
}
