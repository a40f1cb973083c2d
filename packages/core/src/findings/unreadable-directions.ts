import type { Span } from "../exposure/span.ts";
import type { DoseProblem, ItemReading } from "../exposure/types.ts";
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

/** Why the directions of an item give no dose: its reason, and the part that caused it; null where they do. */
const whyUnreadable = ({ directions, directed }: ItemReading): { reason: string; because: string } | null => {
  if (directions.status === "refused") return { reason: directions.reason, because: directions.because };
  if (directed.status === "computed" || !IN_DIRECTIONS.has(directed.problem.code)) return null;
  return { reason: directed.problem.code, because: directed.problem.detail };
};

const isUnreadable = ({ part: { reading } }: Span): boolean => whyUnreadable(reading) !== null;

const asRead = ({ part: { reading } }: Span) =>
  Object.assign({ product: reading.item.product.name, text: reading.directions.text }, whyUnreadable(reading));

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
