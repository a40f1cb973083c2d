import { addDays, type Day } from "@concord/core";
import type { Setting } from "./plan.ts";

/** Later than any extract: the regimen goes on. */
export const ongoing = (setting: Setting): Day => addDays(setting.span.end, 400);

/** So many days before the extract, but not before the person's records begin. */
export const ago = (setting: Setting, days: number): Day =>
  Math.max(addDays(setting.span.end, -days), setting.start) as Day;

/** A start for someone who has long been treated: more often than not before the records begin. */
export const longAgo = (setting: Setting): Day => {
  const { random, start, span } = setting;
  if (random.in10000(4500)) return addDays(start, random.below(28));
  const latest = span.end - 420;
  return latest <= start ? addDays(start, random.below(28)) : ((start + random.below(latest - start)) as Day);
};
