import type { ExposureCase, SpecIssue } from "../../packages/core/src/exposure/exposure.spec-table.ts";
import { sayValue } from "./markdown.ts";

const sayIssue = ({ on, item, kind, stopped }: SpecIssue): string => {
  const how = [item.product, item.directions, item.quantity || "quantity missing"].join(", ");
  const marks = [
    item.reads.use,
    kind === "elsewhere" ? "recorded elsewhere" : kind,
    stopped === undefined ? "" : `stopped on ${stopped}`,
  ].filter(Boolean);
  return `${on}: ${how}${marks.length > 0 ? ` (${marks.join(", ")})` : ""}`;
};

/** A case of the exposure table as a reader would write it down: issues one under the other, then what they come to. */
export const exposureRow = ({ rule, issues, settings, asked, expect, reason }: ExposureCase): object => ({
  rule,
  issues: issues.map(sayIssue).join("<br>"),
  settings,
  on: asked,
  directedMgPerDay: sayValue({ min: expect.min, max: expect.max }),
  suppliedMgPerDay: expect.supplied,
  atLeast: expect.atLeast ? "at least" : "",
  since: expect.since,
  why: reason,
});
