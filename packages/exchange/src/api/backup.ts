import { z } from "zod";
import { instant } from "./shapes.ts";

/** What a restore brought back. Every table was read back and compared with the backup before it was kept. */
export const restored = z.object({
  takenAt: instant.meta({ description: "When the backup was taken" }),
  rows: z.int(),
  tables: z.int(),
});
export type RestoredAnswer = z.infer<typeof restored>;
