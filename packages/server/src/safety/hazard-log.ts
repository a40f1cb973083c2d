import { readFileSync } from "node:fs";
import { join } from "node:path";
import { hazard } from "@concord/exchange/api";
import { parse } from "yaml";
import { z } from "zod";

const FILE = join(import.meta.dirname, "..", "..", "..", "..", "docs", "safety", "hazards.yaml");

const hazardLog = z.object({
  reviewed_by: z.string(),
  clinical_safety_officer: z.string(),
  hazards: z.array(hazard),
});

export type HazardLog = z.infer<typeof hazardLog>;

/** The hazard log as it stands beside the service. */
export const readHazardLog = (): HazardLog => hazardLog.parse(parse(readFileSync(FILE, "utf8")));
