import { formatDay } from "../calendar/day.ts";
import type { Dose } from "../exposure/dose-on.ts";
import { inRecordOrder, type Span } from "../exposure/span.ts";
import type { EvidenceRow } from "./finding.ts";

/** The records behind these spans, each once, in order of date, file and row. */
export const rowsOf = (spans: readonly Span[]): readonly EvidenceRow[] =>
  [...new Map(spans.map((span) => [span.issue, span])).values()]
    .toSorted(inRecordOrder)
    .map(({ issue: { file, row, day, reading } }) => ({
      file,
      row,
      date: formatDay(day),
      product: reading.item.product.name,
    }));

export const currentSpans = ({ current }: Dose): readonly Span[] => current.map(({ span }) => span);

/** Every opioid that someone takes at the time, whoever supplies it and whatever for. */
export const anyOpioid = (dose: Dose): readonly Span[] => [
  ...currentSpans(dose),
  ...dose.elsewhere,
  ...dose.maintenance,
];

/** Names of the substances, in order; the product's name where the substance is not certain. */
export const opioidNames = (spans: readonly Span[]): readonly string[] =>
  [...new Set(spans.map(({ part }) => part.substance ?? part.reading.item.product.name))].toSorted();
