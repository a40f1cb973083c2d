import { z } from "zod";
import { instant, isoDate, paging, personKey, personReference } from "./shapes.ts";

/**
 * A text that was not understood, of one product. Where it says a dose, a reading holds for every identical one; where
 * it says none, for one person at a time.
 */
export const unreadDirections = z.object({
  key: z.string(),
  product: z.string(),
  directions: z.string(),
  reason: z.string(),
  because: z.string(),
  people: z.int(),
  issues: z.int(),
  current: z.int().meta({ description: "People for whom it is current" }),
  examplePerson: personReference.nullable(),
  examplePersonKey: personKey.nullable(),
  countedIn: z.string().nullable().meta({ description: "tablet, ml, patch ...: what a reading is in" }),
  eachPerson: z.boolean().meta({ description: "It says no dose: a reading names its person and holds for them alone" }),
});
export const unreadList = z.object({
  texts: z.array(unreadDirections),
  byReason: z.array(z.object({ reason: z.string(), texts: z.int(), issues: z.int() })),
});
export const unreadParams = z.object({ key: z.string().min(1).max(100) });
export const unreadPeopleQuery = paging;
/** For whom a text that says no dose is still unread, the latest issue first. */
export const unreadPeople = z.object({
  total: z.int(),
  people: z.array(z.object({ person: personReference, personKey, issues: z.int(), lastIssue: isoDate })),
  page: z.int(),
  size: z.int(),
});
/** What the text means: least and most a day, in the unit that the product is counted in; or that no reading is possible. */
export const newReading = z
  .object({
    min: z.number().min(0).max(1000),
    max: z.number().positive().max(1000),
    asNeeded: z.boolean().default(false),
    note: z.string().max(500).default(""),
    person: personReference.optional().meta({ description: "Whom alone it is of: where the text has eachPerson" }),
  })
  .refine((it) => it.min <= it.max, { path: ["min"], message: "The least is above the most" });
export const reading = z.object({
  id: z.int(),
  key: z.string(),
  product: z.string(),
  directions: z.string(),
  min: z.number(),
  max: z.number(),
  asNeeded: z.boolean(),
  note: z.string(),
  who: z.string().meta({ description: "Whose account read it, by name" }),
  at: instant,
  undoneAt: instant.nullable(),
  people: z.int(),
  person: personReference.nullable().meta({ description: "Whom alone it is of; null where it holds for all" }),
});
export const readingList = z.object({ readings: z.array(reading) });
export const readingParams = z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) });

export type UnreadDirections = z.infer<typeof unreadDirections>;
export type UnreadList = z.infer<typeof unreadList>;
export type UnreadPeople = z.infer<typeof unreadPeople>;
export type Reading = z.infer<typeof reading>;
export type NewReading = z.infer<typeof newReading>;
