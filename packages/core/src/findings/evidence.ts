import { formatDay } from "../calendar/day.ts";
import type { Dose } from "../exposure/dose-on.ts";
import type { Span } from "../exposure/span.ts";
import type { EvidenceRow } from "./finding.ts";

const before = (a: EvidenceRow, b: EvidenceRow): number =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : a.file < b.file ? -1 : a.file > b.file ? 1 : a.row - b.row;

/** The records behind these spans, each once, in order of date, file and row. */
export const rowsOf = (spans: readonly Span[]): readonly EvidenceRow[] =>
  [...new Set(spans.map(({ issue }) => issue))]
    .map(({ file, row, day, reading }) => ({ file, row, date: formatDay(day), product: reading.item.product.name }))
    .toSorted(before);

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
