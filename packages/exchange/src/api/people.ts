import { z } from "zod";
import { finding, findingSource, instant, isoDate, mgPerDay, personKey, personReference, step } from "./shapes.ts";

export const personParams = z.object({ key: personKey });
/** Whom the records name so. It goes in a body, never in an address. */
export const personSought = z.object({ reference: personReference });
export const personFound = z.object({ person: personReference, key: personKey });

/** A stretch of days with nothing changing, `to` not included. */
export const timelineRow = z.object({
  from: isoDate,
  to: isoDate,
  directed: mgPerDay,
  supplied: z.number().min(0),
  atLeast: z.boolean(),
  bySubstance: z.array(z.object({ substance: z.string(), directed: mgPerDay, supplied: z.number() })),
  unconverted: z.array(z.object({ product: z.string(), code: z.string(), detail: z.string() })),
});
export const stretch = z.object({ name: z.string(), class: z.string().nullable(), from: isoDate, to: isoDate });
export const issueRow = z.object({
  date: isoDate,
  product: z.string(),
  directions: z.string(),
  quantity: z.string(),
  kind: z.enum(["acute", "repeat", "repeat-dispensing", "elsewhere"]),
  prescriber: z.string().nullable(),
  file: z.string(),
  row: z.int(),
});
/** Who started an opioid and who changed it, as far as the records tell. */
export const doseEvent = z.object({
  date: isoDate,
  what: z.enum(["registered", "started", "changed", "stopped", "elsewhere"]),
  product: z.string().nullable(),
  prescriber: z.string().nullable(),
});
export const referral = z.object({
  id: z.int(),
  person: personReference,
  key: personKey,
  reason: z.string(),
  selfReferral: z.boolean(),
  at: instant,
  undoneAt: instant.nullable(),
});
export const newReferral = z.object({
  reason: z.string().trim().min(1).max(500).meta({ description: "Why, in the words of whoever refers" }),
  selfReferral: z.boolean().default(false),
});
export const referralList = z.object({ referrals: z.array(referral) });
export const referralParams = z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) });
export const mark = z.object({ mg: z.number(), says: z.string(), source: z.string() });

export const person = z.object({
  person: personReference,
  key: personKey,
  birthYear: z.int().nullable(),
  age: z.int().nullable(),
  sex: z.string().nullable(),
  registered: isoDate.nullable(),
  asOf: isoDate,
  onRegister: z.boolean(),
  table: z.object({ id: z.string(), name: z.string(), edition: z.string() }),
  directed: mgPerDay,
  supplied: z.number(),
  atLeast: z.boolean(),
  notReadable: z.boolean(),
  since: isoDate.nullable(),
  lastIssue: isoDate.nullable(),
  prescriber: z.string().nullable(),
  medicines: z.array(z.string()),
  findings: z.array(finding.extend({ source: findingSource })),
  unconverted: z.array(z.object({ product: z.string(), code: z.string(), detail: z.string() })),
  timeline: z.array(timelineRow),
  companions: z.array(stretch),
  maintenance: z.array(stretch),
  elsewhere: z.array(stretch),
  events: z.array(doseEvent),
  marks: z.array(mark),
  referrals: z.array(referral),
});
/** What a step helps to work out; the last step of the first two parts is their dose. */
export const workingPart = z.enum(["directed", "supplied", "apart"]);
export const working = z.object({ on: isoDate, steps: z.array(step.extend({ part: workingPart })) });
export const workingQuery = z.object({ on: isoDate.optional() });
export const issueList = z.object({ issues: z.array(issueRow) });

export type PersonFound = z.infer<typeof personFound>;
export type Person = z.infer<typeof person>;
export type TimelineRow = z.infer<typeof timelineRow>;
export type DoseEvent = z.infer<typeof doseEvent>;
export type Stretch = z.infer<typeof stretch>;
export type IssueRow = z.infer<typeof issueRow>;
export type Referral = z.infer<typeof referral>;
export type Working = z.infer<typeof working>;
/** Removing somebody: why, and their reference once more, so that nobody is removed by a slip. */
export const newRemoval = z.object({
  reference: personReference,
  reason: z.string().trim().min(1).max(500).meta({ description: "Who asked for it, and on what ground" }),
});
export const removal = z.object({ person: personReference, removed: z.literal(true) });
/** What a person sees of their own record: medicines as they were written, without a dose that anybody reckoned. */
export const ownRecord = z.object({
  person: personReference,
  asOf: isoDate.nullable().meta({ description: "The last day that the records cover" }),
  issues: z.array(
    z.object({
      date: isoDate,
      product: z.string(),
      directions: z.string(),
      quantity: z.string(),
      elsewhere: z.boolean().meta({ description: "Noted by the practice, supplied by somebody else" }),
    }),
  ),
});
export type OwnRecord = z.infer<typeof ownRecord>;
