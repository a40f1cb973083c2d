import { describe, expect, test } from "vitest";
import { EXPOSURE_DEFAULTS, exposureSettings } from "./settings.ts";

describe("settings of the reckoning", () => {
  test("the defaults are those of the method", () => {
    expect(exposureSettings()).toEqual({
      supplyWindowDays: 90,
      graceDays: 28,
      missingQuantityDays: 28,
      stockpileCapDays: 28,
      episodeGapDays: 90,
      elsewhereDays: 90,
      overlap: "replace",
    });
  });

  test("one can be changed, down to 0 days", () => {
    expect(exposureSettings({ graceDays: 0 })).toEqual({ ...EXPOSURE_DEFAULTS, graceDays: 0 });
  });

  test.each([
    [{ graceDays: -1 }, "graceDays is no whole number of days: -1"],
    [{ stockpileCapDays: 1.5 }, "stockpileCapDays is no whole number of days: 1.5"],
    [{ supplyWindowDays: 0 }, "supplyWindowDays is 0"],
  ])("%j is a bug", (changed, message) => {
    expect(() => exposureSettings(changed)).toThrow(message);
  });
});
