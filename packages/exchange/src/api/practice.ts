import { z } from "zod";
import { isoDate } from "./shapes.ts";

export const practice = z.object({
  id: z.string(),
  name: z.string(),
  synthetic: z.boolean(),
  asOf: isoDate.nullable().meta({ description: "Last issue in the records; null before the first import" }),
  people: z.int().nullable().meta({ description: "People in the records; not for evaluation" }),
  onRegister: z.int().nullable().meta({ description: "Not for evaluation" }),
  table: z.object({ id: z.string(), name: z.string(), edition: z.string() }),
  rows: z.object({ read: z.int(), used: z.int(), setAside: z.int(), refused: z.int() }),
  unreadTexts: z.int(),
  unreviewedAccess: z
    .int()
    .nullable()
    .meta({ description: "Reasons for looking beyond a list that nobody has reviewed; for those alone who may" }),
  registerBuiltAt: z.string().nullable(),
  building: z.boolean(),
});

export const DOSE_BANDS = ["0", "1-49", "50-89", "90-119", "120-199", "200+"] as const;
/** A number of people; or that it is small; or that it would give a small one away. */
export const shownCount = z.union([z.int(), z.enum(["few", "left-out"])]);
export const practiceView = z.object({
  asOf: isoDate,
  bands: z.array(z.enum(DOSE_BANDS)),
  /** People with an opioid current on the day, by most as directed, at the end of each quarter. */
  byDoseBand: z.array(z.object({ on: isoDate, people: z.array(shownCount), total: shownCount })),
  coPrescribing: z.array(z.object({ with: z.string(), people: shownCount, of: shownCount })),
  newLongTerm: z.array(z.object({ quarter: isoDate, people: shownCount })),
  /** Numbers from 1 up to this are shown as "fewer than" it in anything that leaves the practice. */
  smallNumber: z.int(),
  smallHidden: z.boolean().meta({ description: "They are so already: whoever asks does so for evaluation" }),
});
export const health = z.object({ status: z.literal("ok"), version: z.string() });

export type ShownCount = z.infer<typeof shownCount>;
export type Practice = z.infer<typeof practice>;
export type Health = z.infer<typeof health>;
export type PracticeView = z.infer<typeof practiceView>;
