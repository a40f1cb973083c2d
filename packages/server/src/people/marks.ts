import { FINDING_RULES, type FindingSource } from "@concord/core";
import type { z } from "zod";
import type { mark } from "@concord/exchange/api";

const citation = (source: FindingSource | undefined): string =>
  source === undefined ? "" : source.kind === "published" ? source.citation : source.why;

const highDose = FINDING_RULES.find(({ code }) => code === "high-dose");

const inUse = Number(highDose?.defaults["mgPerDay"]);

/** Doses at which guidance says to stop and think, each with who says so: the one in use, and the former one. */
export const MARKS: readonly z.infer<typeof mark>[] = [
  { mg: inUse, says: "in use", source: citation(highDose?.source) },
  { mg: 120, says: "until November 2025", source: citation(highDose?.alsoSee?.[0]) },
];
