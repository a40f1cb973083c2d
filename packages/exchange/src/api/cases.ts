import { z } from "zod";
import { person } from "./people.ts";
import { AGE_BANDS } from "./register.ts";
import { instant, isoDate, personKey, personReference } from "./shapes.ts";

/** A person as somebody sees them who is not to know who they are. Days of issues stay: the dose is made of them. */
export const casePicture = person
  .pick({
    sex: true,
    asOf: true,
    onRegister: true,
    table: true,
    directed: true,
    supplied: true,
    atLeast: true,
    notReadable: true,
    since: true,
    lastIssue: true,
    medicines: true,
    findings: true,
    unconverted: true,
    timeline: true,
    companions: true,
    maintenance: true,
    elsewhere: true,
    events: true,
    marks: true,
  })
  .extend({
    case: z.int().meta({ description: "A number that means nothing elsewhere" }),
    ageBand: z.enum(AGE_BANDS),
    issues: z
      .array(
        z.object({
          date: isoDate,
          product: z.string().meta({
            description:
              "As the dictionary names it; `withheld-product-1`, behind its substance where that is known, where it does not. So everywhere in a case",
          }),
          directions: z.string().meta({
            description: "What was read in the text, never the text itself; `withheld-text` where nothing was",
          }),
          quantity: z.string(),
          kind: z.enum(["acute", "repeat", "repeat-dispensing", "elsewhere"]),
        }),
      )
      .meta({ description: "Of watched medicines, the latest first" }),
  });
export const caseParams = z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) });
export const caseList = z.object({
  cases: z.array(
    z.object({
      case: z.int(),
      at: instant,
      named: z
        .object({ person: personReference, key: personKey })
        .nullable()
        .meta({ description: "Where the identity was given too" }),
    }),
  ),
});

export const newShare = z.object({
  account: z.uuid().meta({ description: "Of an adviser or an evaluator" }),
  withIdentity: z.boolean().default(false),
  why: z.string().trim().min(1).max(500),
});
const shareAccount = z.object({ id: z.uuid(), name: z.string(), roles: z.array(z.string()) });
export const share = z.object({
  id: z.int(),
  account: z.object({ id: z.uuid(), name: z.string() }),
  withIdentity: z.boolean(),
  why: z.string(),
  by: z.string().nullable(),
  at: instant,
});
export const shareList = z.object({
  shares: z.array(share).meta({ description: "That stand" }),
  accounts: z.array(shareAccount).meta({ description: "With whom a person may be shared" }),
});
export const shareParams = z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) });

export type CasePicture = z.infer<typeof casePicture>;
export type CaseList = z.infer<typeof caseList>;
export type Share = z.infer<typeof share>;
export type ShareList = z.infer<typeof shareList>;
