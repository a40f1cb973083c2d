import type { Schedule } from "../phrases/atoms.ts";
import type { PerDay } from "../types.ts";

export type Join = "and" | "or" | "none" | "comma" | "sentence";

/** One statement of when, with the word that joins it to the one before. */
export interface When {
  readonly schedule: Schedule;
  readonly join: Join;
}

/** How many doses a day, and the hours between them where the text says one interval. */
export interface Frequency {
  readonly aDay: PerDay;
  readonly upTo: boolean;
  readonly everyHours: PerDay | null;
  /** Names parts of the day only: "in the morning and at night". */
  readonly partsOnly: boolean;
}

export type FrequencyProblem = "two-readings" | "contradiction" | "no-frequency";
