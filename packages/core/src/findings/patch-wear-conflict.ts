import { currentSpans, rowsOf } from "./evidence.ts";
import type { FindingRule } from "./finding.ts";
import { OP_REPO } from "./sources.ts";

/** A current patch whose directions change it at another interval than its licensed wear time. */
export const patchWearConflict: FindingRule<"patch-wear-conflict", Record<never, never>> = {
  code: "patch-wear-conflict",
  title: "Patch changed at another interval than its wear time",
  source: OP_REPO,
  defaults: {},
  find: ({ dose }) => {
    const patches = currentSpans(dose).filter(({ part }) => part.reading.wearConflict !== null);
    if (patches.length === 0) return null;
    return {
      patches: patches.map(({ part: { reading } }) => ({
        product: reading.item.product.name,
        statedHours: reading.wearConflict?.statedHours ?? null,
        licensedHours: [...(reading.wearConflict?.licensedHours ?? [])],
      })),
      rows: rowsOf(patches),
    };
  },
};
