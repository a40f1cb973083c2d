import type { Person } from "../plan/plan.ts";
import type { Row } from "../plan/rows.ts";

const LETTERS = ["A", "B", "C", "D", "E", "F", "G", "H"] as const;
const BY_PRACTICE = 4;

/** Four prescribers in each of the two practices. */
export const prescriberOf = (person: Person, row: Row): string =>
  `Dr Synthetic ${LETTERS[row.prescriber + (person.practice - 1) * BY_PRACTICE]}`;
