/** The only door of the core. */
export type { Day } from "./calendar/day.ts";
export { addDays, dayFrom, formatDay, parseDay, partsOfDay, sayDay } from "./calendar/day.ts";
export type {
  Computed,
  DirectedPhase,
  DirectionsAsWritten,
  DoseProblem,
  Issue,
  IssueKind,
  Item,
  ItemReading,
  Nanograms,
  PersonDetails,
  Unconverted,
} from "./exposure/types.ts";
export type { Identification, ProductCode, ProductText } from "./medicines/types.ts";
export type { Measure, Unit } from "./quantity/measure.ts";
export type { Ratio } from "./quantity/ratio.ts";
export { compare, fromNumber, over, parseDecimal, plus, ratio, times, toNumber } from "./quantity/ratio.ts";
