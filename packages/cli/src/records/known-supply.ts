import type { RegisterEntry } from "@concord/core";

/** What was supplied, mg a day; null where none of it could be computed, which is not 0. */
export const knownSupply = ({
  supplied,
  unconverted,
}: Pick<RegisterEntry, "supplied" | "unconverted">): number | null =>
  supplied === 0 && unconverted.length > 0 ? null : supplied;
