import type { MadePerson } from "../make-person.ts";
import type { Span } from "../plan/plan.ts";
import type { Product } from "../products/opioids.ts";
import type { OtherProduct } from "../products/others.ts";
import { monthsOf, trueDay } from "./day-by-day.ts";
import { isOpioid, wasSupplied } from "./ome.ts";

const YEAR = 365;
/** OME/day in micrograms, at every month of the last year. */
const HIGH = 120_000;
const MONTHS = 12;

const isPain = (product: Product): boolean => isOpioid(product) || (product as OtherProduct).pain;

/** Counts what was really produced, to set beside the published figures. */
export class Calibration {
  #people = 0;
  #onOpioids = 0;
  #highForYear = 0;
  #rows = 0;
  #needed = 0;
  #painRows = 0;
  #painNeeded = 0;
  #opioidRows = 0;
  #opioidUnreadable = 0;
  readonly #mess = new Map<string, number>();
  readonly #situations = new Map<string, number>();

  count({ career, rows }: MadePerson, span: Span, situations: readonly string[]): void {
    this.#people += 1;
    for (const row of rows) this.#countRow(row);
    if (career.opioids.length === 0) return;
    const supplied = rows.some(
      (row) =>
        row.day > span.end - YEAR && isOpioid(row.line.product) && !row.line.product.maintenance && wasSupplied(row),
    );
    if (supplied) this.#onOpioids += 1;
    const lastYear = [...monthsOf(span).slice(-MONTHS), span.end];
    if (lastYear.every((day) => trueDay(career.opioids, day).whole.max >= HIGH)) this.#highForYear += 1;
    for (const code of situations) this.#situations.set(code, (this.#situations.get(code) ?? 0) + 1);
  }

  #countRow({ line, mess }: MadePerson["rows"][number]): void {
    this.#rows += 1;
    if (mess !== "none") this.#mess.set(mess, (this.#mess.get(mess) ?? 0) + 1);
    const { shape, unreadable } = line.direction;
    const needed = unreadable === null && (shape.asNeeded || shape.upTo || shape.least !== shape.most);
    if (needed) this.#needed += 1;
    if (!isPain(line.product)) return;
    this.#painRows += 1;
    if (needed) this.#painNeeded += 1;
    if (!isOpioid(line.product)) return;
    this.#opioidRows += 1;
    if (unreadable !== null) this.#opioidUnreadable += 1;
  }

  get rows(): number {
    return this.#rows;
  }

  figures(): Record<string, unknown> {
    const share = (part: number, of: number): number => (of === 0 ? 0 : Math.round((part * 10000) / of) / 100);
    return {
      people: this.#people,
      rows: this.#rows,
      opioidRows: this.#opioidRows,
      peopleWithAnOpioidInTheLastYear: this.#onOpioids,
      percentWithAnOpioidInTheLastYear: share(this.#onOpioids, this.#people),
      peopleAt120OrMoreForAYear: this.#highForYear,
      per1000At120OrMoreForAYear: Math.round((this.#highForYear * 100_000) / this.#people) / 100,
      percentOfTextsAsNeededOrRange: share(this.#needed, this.#rows),
      percentOfPainTextsAsNeededOrRange: share(this.#painNeeded, this.#painRows),
      percentOfOpioidTextsUnreadable: share(this.#opioidUnreadable, this.#opioidRows),
      messyRows: inOrder(this.#mess),
      situations: inOrder(this.#situations),
    };
  }
}

const inOrder = (counts: ReadonlyMap<string, number>): Record<string, number> =>
  Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
