import { z } from "zod";
import { instant } from "./shapes.ts";

export const VERSION_PARTS = ["engine", "table", "thresholds"] as const;

export const acceptance = z.object({
  id: z.int(),
  officer: z.string(),
  registration: z.string(),
  version: z.string(),
  at: instant,
  withdrawnAt: instant.nullable(),
});
export const newAcceptance = z.object({
  officer: z.string().trim().min(1).max(200).meta({ description: "The clinical safety officer, by name" }),
  registration: z.string().trim().min(1).max(100).meta({ description: "With which body, and the number there" }),
  accepts: z.literal(true).meta({ description: "That they have accepted dose support as it is now" }),
});
export const hazard = z.object({
  id: z.int(),
  hazard: z.string(),
  cause: z.string(),
  effect: z.string(),
  control: z.string(),
  tests: z.array(z.string()),
  owner: z.string(),
  residual: z.string(),
  status: z.enum(["controlled", "partly", "not yet controlled"]),
});
export const safety = z.object({
  support: z.object({
    state: z.enum(["synthetic", "on", "off"]).meta({ description: "On live records: off until accepted" }),
    version: z.string(),
    engine: z.string(),
    table: z.object({ id: z.string(), name: z.string(), edition: z.string() }),
    thresholds: z.string(),
    changed: z.array(z.enum(VERSION_PARTS)).meta({ description: "Since the last acceptance" }),
  }),
  acceptances: z.array(acceptance).meta({ description: "The latest first" }),
  hazards: z.array(hazard),
  reviewedBy: z.string(),
});

export type Safety = z.infer<typeof safety>;
export type Hazard = z.infer<typeof hazard>;
export type Acceptance = z.infer<typeof acceptance>;
export type NewAcceptance = z.infer<typeof newAcceptance>;
