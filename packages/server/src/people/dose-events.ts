import { formatDay, type Day, type Exposure, type Issue, type Opioid } from "@concord/core";
import type { DoseEvent } from "@concord/exchange/api";

/** One substance as directed over a stretch of days; null where it is current without a number. */
interface Stretch {
  readonly from: Day;
  readonly to: Day;
  readonly max: number | null;
  readonly min: number | null;
}

const stretchesOf = ({ segments }: Exposure, substance: Opioid): readonly Stretch[] =>
  segments.flatMap(({ from, to, bySubstance, unconverted }) => {
    const band = bySubstance.find((it) => it.substance === substance);
    if (band === undefined && !unconverted.some((it) => it.substance === substance)) return [];
    return [{ from, to, min: band?.min ?? null, max: band?.max ?? null }];
  });

const substanceOf = ({ reading: { identification } }: Issue): Opioid | null =>
  identification.kind === "opioid"
    ? identification.medicine.use === "maintenance"
      ? null
      : identification.medicine.substance
    : identification.kind === "refused" && identification.use !== "maintenance"
      ? identification.substance
      : null;

/** What was issued of a substance on a day, and by whom. */
const issuedOn = (issues: readonly Issue[], day: Day): Pick<DoseEvent, "product" | "prescriber"> => {
  const onDay = issues.filter((issue) => issue.day === day);
  const names = [...new Set(onDay.map(({ reading }) => reading.item.product.name))];
  const prescribers = [...new Set(onDay.map(({ prescriber }) => prescriber).filter((it) => it !== null))];
  return {
    product: names.length === 0 ? null : names.join(", "),
    prescriber: prescribers.length === 0 ? null : prescribers.join(", "),
  };
};

const nothingIssued = { product: null, prescriber: null };

/** Started, changed and stopped, for one substance. A gap within which an episode goes on is no stop. */
const ofSubstance = (
  stretches: readonly Stretch[],
  issues: readonly Issue[],
  gapDays: number,
  asOf: Day,
): readonly DoseEvent[] => {
  const events: DoseEvent[] = [];
  let last: Stretch | null = null;
  let lastProduct: string | null = null;
  for (const stretch of stretches) {
    if (stretch.from > asOf) break;
    const issued = issuedOn(issues, stretch.from);
    const starts = last === null || stretch.from - last.to > gapDays;
    if (starts && last !== null)
      events.push({ date: formatDay(last.to), what: "stopped", product: lastProduct, prescriber: null });
    const changed = last !== null && (stretch.min !== last.min || stretch.max !== last.max);
    if (starts) events.push({ date: formatDay(stretch.from), what: "started", ...issued });
    // Without an issue on the day, what changed is that an earlier supply ended, which nobody decided then.
    else if (changed && issued.product !== null)
      events.push({ date: formatDay(stretch.from), what: "changed", ...issued });
    last = stretch;
    lastProduct = issued.product ?? lastProduct;
  }
  if (last !== null && last.to <= asOf)
    events.push({ date: formatDay(last.to), what: "stopped", product: lastProduct, prescriber: null });
  return events;
};

const ORDER: readonly DoseEvent["what"][] = ["registered", "elsewhere", "stopped", "started", "changed"];

const inOrder = (a: DoseEvent, b: DoseEvent): number =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : ORDER.indexOf(a.what) - ORDER.indexOf(b.what);

/**
 * Who started an opioid, who changed its directed dose, and when it stopped, as far as the records up to `asOf` tell;
 * with the day of registration, and opioids recorded as supplied elsewhere. Maintenance treatment is left out.
 */
export const doseEvents = (
  exposure: Exposure,
  issues: readonly Issue[],
  registered: Day | null,
  asOf: Day,
): readonly DoseEvent[] => {
  const own = Map.groupBy(
    issues.filter(({ kind, day }) => kind !== "elsewhere" && day <= asOf),
    substanceOf,
  );
  own.delete(null);
  const bySubstance = [...own].flatMap(([substance, some]) =>
    ofSubstance(stretchesOf(exposure, substance!), some, exposure.settings.episodeGapDays, asOf),
  );
  const elsewhere = exposure.elsewhere
    .filter(({ from }) => from <= asOf)
    .map(({ from, product }): DoseEvent => ({ date: formatDay(from), what: "elsewhere", product, prescriber: null }));
  const registration: readonly DoseEvent[] =
    registered === null ? [] : [{ date: formatDay(registered), what: "registered", ...nothingIssued }];
  return [...registration, ...bySubstance, ...elsewhere].toSorted(inOrder);
};
