import type { Span } from "../exposure/span.ts";
import type { DoseProblem } from "../exposure/types.ts";
import { currentSpans, rowsOf } from "./evidence.ts";
import type { FindingRule } from "./finding.ts";
import { unpublished } from "./sources.ts";

/** Problems that lie in the directions, or between them and the product. */
const IN_DIRECTIONS: ReadonlySet<DoseProblem["code"]> = new Set([
  "directions-refused",
  "unit-does-not-fit",
  "stated-amount-disagrees",
  "implausible",
] as const);

const isUnreadable = ({ part: { reading } }: Span): boolean =>
  reading.directions.status === "refused" ||
  (reading.directed.status === "refused" && IN_DIRECTIONS.has(reading.directed.problem.code));

const asRead = ({ part: { reading } }: Span) => ({
  product: reading.item.product.name,
  text: reading.directions.text,
  reason:
    reading.directions.status === "refused"
      ? reading.directions.reason
      : reading.directed.status === "refused"
        ? reading.directed.problem.code
        : null,
  because:
    reading.directions.status === "refused"
      ? reading.directions.because
      : reading.directed.status === "refused"
        ? reading.directed.problem.detail
        : null,
});

/** Directions of a current opioid that cannot be read with certainty: a person reads them, nothing is guessed. */
export const unreadableDirections: FindingRule<"unreadable-directions", Record<never, never>> = {
  code: "unreadable-directions",
  title: "Directions that cannot be read with certainty",
  source: unpublished("A fact of the record: what cannot be read is refused, not guessed."),
  defaults: {},
  find: ({ dose }) => {
    const unreadable = currentSpans(dose).filter(isUnreadable);
    return unreadable.length === 0 ? null : { directions: unreadable.map(asRead), rows: rowsOf(unreadable) };
  },
};
