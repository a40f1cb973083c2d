import { z } from "zod";
import { instant, paging } from "./shapes.ts";

export const IMPORT_STATES = ["queued", "reading", "building", "done", "failed", "cancelled", "replaced"] as const;
export const reasonCount = z.object({ code: z.string(), say: z.string(), count: z.int() });

/** What became of a file. rowsRead = used + setAside + refused, always. */
export const importJob = z.object({
  id: z.int(),
  file: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  state: z.enum(IMPORT_STATES),
  progress: z.number().min(0).max(1),
  rowsRead: z.int(),
  used: z.int(),
  setAside: z.int(),
  refused: z.int(),
  setAsideBy: z.array(reasonCount),
  refusedBy: z.array(reasonCount),
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  format: z.string().nullable().meta({ description: "Found by itself; of an archive, what its rows are in" }),
  parts: z
    .array(z.object({ file: z.string(), format: z.string() }))
    .meta({ description: "Files of an archive that are read" }),
  notRead: z
    .array(z.object({ file: z.string(), why: z.string() }))
    .meta({ description: "Files of an archive that are not read" }),
  remarks: z.array(z.string()),
  corrected: z.int().meta({ description: "People of whom it changed a detail that was known" }),
  error: z.object({ code: z.string(), found: z.string(), todo: z.string() }).nullable(),
  replaces: z.int().nullable(),
  replacedBy: z.int().nullable(),
});
export const importParams = z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) });
export const importList = z.object({ imports: z.array(importJob) });
/** A corrected file may say which import it stands in for. */
export const newImportQuery = z.object({ replaces: importParams.shape.id.optional() });
/** A file in the watched folder, by its name there. */
export const importPath = z.object({ path: z.string().min(1).max(300) });
export const importRowsQuery = paging.extend({
  outcome: z.enum(["set-aside", "refused"]).optional(),
  reason: z.string().max(80).optional(),
});
export const importRow = z.object({
  row: z.int(),
  part: z.string().nullable().meta({ description: "The file within an archive" }),
  outcome: z.enum(["set-aside", "refused"]),
  reason: z.string(),
  say: z.string(),
  found: z.string(),
  todo: z.string(),
  raw: z.string(),
});
export const importRows = z.object({ total: z.int(), rows: z.array(importRow), page: z.int(), size: z.int() });
/** The answer to an upload: the job; `alreadyImported` where the very same file is in the records. */
export const importAccepted = importJob.extend({ alreadyImported: z.boolean() });

export type ImportJob = z.infer<typeof importJob>;
export type ImportRow = z.infer<typeof importRow>;
