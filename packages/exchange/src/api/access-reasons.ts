import { z } from "zod";
import { instant, paging, personKey, personReference } from "./shapes.ts";

/** How long a reason lets somebody look beyond their list. */
export const ACCESS_HOURS = 8;

export const newAccessReason = z.object({
  reason: z.string().trim().min(1).max(500).meta({ description: "Why they need to see this person" }),
});
export const accessGiven = z.object({ until: instant });

const reason = z.object({
  id: z.int(),
  person: personReference,
  key: personKey,
  account: z.object({ id: z.uuid(), name: z.string() }),
  reason: z.string(),
  at: instant,
  until: instant,
  reviewed: z.object({ by: z.string(), at: instant }).nullable(),
});
export const accessReasonsQuery = paging.extend({
  only: z.enum(["unreviewed"]).optional().meta({ description: "Those alone that nobody has reviewed" }),
});
export const accessReasons = z.object({
  total: z.int(),
  page: z.int(),
  size: z.int(),
  reasons: z.array(reason),
  unreviewed: z.int().meta({ description: "Of all of them" }),
});
export const accessReasonParams = z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) });

export type AccessGiven = z.infer<typeof accessGiven>;
export type AccessReason = z.infer<typeof reason>;
export type AccessReasons = z.infer<typeof accessReasons>;
