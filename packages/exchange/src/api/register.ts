import { z } from "zod";
import { findingCode, isoDate, mgPerDay, paging, personKey, personReference } from "./shapes.ts";

export const AGE_BANDS = ["0-17", "18-39", "40-64", "65-79", "80+", "not-known"] as const;
export const REGISTER_SORTS = ["directed", "supplied", "person", "since", "lastIssue", "age"] as const;

const several = <T extends z.ZodType>(of: T) =>
  z.union([of, z.array(of).max(50)]).transform((it): z.output<T>[] => (Array.isArray(it) ? it : [it]));

/** What the register may be filtered by. Who is searched for and who prescribed go in a body, never in an address. */
export const registerFilter = z.object({
  finding: several(findingCode).optional().meta({ description: "People with all of these findings" }),
  doseMin: z.coerce.number().min(0).max(100_000).optional().meta({ description: "mg OME a day, most as directed" }),
  doseMax: z.coerce.number().min(0).max(100_000).optional(),
  substance: z.string().max(60).optional(),
  ageBand: z.enum(AGE_BANDS).optional(),
  prescriber: z.string().max(200).optional().meta({ description: "Who issued last" }),
  lastIssueFrom: isoDate.optional(),
  lastIssueTo: isoDate.optional(),
  current: z.enum(["yes", "no"]).optional().meta({ description: "With an opioid current on the day, or not" }),
  referred: z.enum(["yes", "no"]).optional(),
  basket: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .optional()
    .meta({ description: "In the invitations of this month" }),
  search: z.string().max(200).optional().meta({ description: "Part of a person's reference or of a medicine's name" }),
});
const order = {
  sort: z.enum(REGISTER_SORTS).default("directed"),
  order: z.enum(["up", "down"]).default("down"),
  ...paging.shape,
};
export const registerQuery = registerFilter.extend(order);

/** Filters whose values are people's names or parts of them. */
const { search: _search, prescriber: _prescriber, ...namesNobody } = registerFilter.shape;
const elsewhere = {
  error: ({ code }: { readonly code?: string | undefined }) =>
    code === "unrecognized_keys"
      ? "Ask by filters that are described alone; search and prescriber go in a body, by POST to the same address"
      : undefined,
};
/** What may stand in an address: an address is kept by proxies, browsers and logs. Anything else is refused. */
export const registerFilterInAddress = z.strictObject(namesNobody, elsewhere);
export const registerQueryInAddress = z.strictObject({ ...namesNobody, ...order }, elsewhere);

export const registerRow = z.object({
  person: personReference,
  key: personKey,
  birthYear: z.int().nullable(),
  age: z.int().nullable(),
  sex: z.string().nullable(),
  registered: isoDate.nullable(),
  directed: mgPerDay,
  supplied: z.number().min(0),
  atLeast: z.boolean(),
  notReadable: z.boolean().meta({ description: "Nothing of the directed dose could be computed" }),
  since: isoDate.nullable(),
  medicines: z.array(z.string()),
  substances: z.array(z.string()),
  findings: z.array(z.object({ code: findingCode, title: z.string(), months: z.int().optional() })),
  lastIssue: isoDate.nullable(),
  prescriber: z.string().nullable(),
  /**
   * [days since 1 Jan 1970, most as directed mg/day, supplied mg/day] over the last five years, to be drawn: at most 24
   * points in whole mg, at each change; of more changes, the most as directed and the mean supplied of equal stretches.
   */
  spark: z.array(z.tuple([z.int(), z.number(), z.number()])),
  referred: z.boolean(),
  inBasket: z.boolean().meta({ description: "In the basket of the current month" }),
});

export const registerPage = z.object({
  asOf: isoDate,
  total: z.int().meta({ description: "People that the filter finds" }),
  onRegister: z.int(),
  current: z.int().meta({ description: "People with an opioid current on the day, of all on the register" }),
  counts: z
    .record(findingCode, z.int())
    .meta({ description: "People with each finding among all that the other filters find" }),
  at120: z.int().meta({ description: "Of all on the register, at 120 mg a day or more" }),
  rows: z.array(registerRow),
  page: z.int(),
  size: z.int(),
});
export const registerFacets = z.object({
  substances: z.array(z.string()),
  prescribers: z.array(z.string()),
  ageBands: z.array(z.object({ band: z.enum(AGE_BANDS), people: z.int() })),
});

export const savedFilter = z.object({ id: z.int(), name: z.string().min(1).max(80), filter: z.string().max(2000) });
export const newSavedFilter = savedFilter.omit({ id: true });

export const savedFilterList = z.object({ filters: z.array(savedFilter) });
export const savedFilterParams = z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) });

const month = z
  .string()
  .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
  .meta({ description: "A month, as 2026-11", example: "2026-11" });
/** The invitations of a month; of this month where none is named. */
export const basketQuery = z.object({ month: month.optional() });
export const basketParams = z.object({ month, key: personKey });
export const basket = z.object({
  month: z.string(),
  capacity: z.int().min(0).max(10_000),
  people: z.array(z.object({ person: personReference, key: personKey, addedAt: z.string() })),
});
export const basketCapacity = z.object({ capacity: z.int().min(0).max(10_000) });

export type RegisterFilter = z.infer<typeof registerFilter>;
export type RegisterQuery = z.infer<typeof registerQuery>;
export type RegisterRow = z.infer<typeof registerRow>;
export type RegisterPage = z.infer<typeof registerPage>;
export type RegisterFacets = z.infer<typeof registerFacets>;
export type SavedFilter = z.infer<typeof savedFilter>;
export type Basket = z.infer<typeof basket>;
