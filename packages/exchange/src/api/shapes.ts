import { FINDING_CODES } from "@concord/core";
import { z } from "zod";

/** A calendar date, ISO 8601. */
export const isoDate = z.iso.date().meta({ description: "Calendar date, ISO 8601", example: "2026-11-20" });
/** An instant, ISO 8601 in UTC. */
export const instant = z.iso.datetime().meta({ description: "Instant, ISO 8601, UTC" });
/** How the practice's own system names a person: opaque to us. */
export const personReference = z.string().min(1).max(200).meta({ description: "The person as the records name them" });
/** How addresses name a person: at random, so that an address that is kept somewhere says nothing of them. */
export const personKey = z
  .uuid()
  .meta({ description: "The person as addresses name them: random, and theirs for good" });
export const mgPerDay = z
  .object({ min: z.number().min(0), max: z.number().min(0) })
  .meta({ description: "mg of oral morphine equivalent a day, least and most" });
export const step = z
  .object({ say: z.string(), source: z.string() })
  .meta({ description: "One line of a working, to be redone with a pencil" });

export const findingCode = z.enum(FINDING_CODES);

export const evidenceRow = z.object({ file: z.string(), row: z.int(), date: isoDate, product: z.string() });
/** A finding as core gives it: its code, facts with units in their names, and the rows that prove it. */
export const finding = z
  .looseObject({ code: findingCode, title: z.string(), says: z.string().optional(), rows: z.array(evidenceRow) })
  .meta({ description: "Something worth a look, with its evidence. No score, no label." });
export const findingSource = z.object({ citation: z.string(), url: z.string().nullable() });

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().meta({ description: "Stable; see the list in the documentation" }),
    detail: z.string(),
    instance: z.string().optional(),
    problems: z.array(z.object({ at: z.string(), found: z.string(), todo: z.string() })).optional(),
    by: z
      .object({ who: z.string(), at: instant })
      .optional()
      .meta({ description: "Of already-read: who was first, and when" }),
  })
  .meta({ description: "RFC 9457 problem details" });
export type Problem = z.infer<typeof problem>;
export type { FindingCode } from "@concord/core";

/** Pages of a long list. */
export const paging = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(500).default(50),
});
