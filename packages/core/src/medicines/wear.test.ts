import { expect, it } from "vitest";
import { ratio } from "../quantity/ratio.ts";
import { wearTime } from "./wear.ts";

it.each([
  ["buprenorphine", ratio(5), null, 168, [168]],
  ["buprenorphine", ratio(20), "BuTrans 20micrograms/hour transdermal patches", 168, [168]],
  ["buprenorphine", ratio(35), null, 96, [72, 84, 96]],
  ["buprenorphine", ratio(105, 2), "Transtec", 96, [72, 84, 96]],
  ["buprenorphine", ratio(70), "Hapoctasin 70micrograms/hour transdermal patches", 72, [72]],
  ["buprenorphine", ratio(20), "Hapoctasin", 168, [168]],
  ["fentanyl", ratio(12), null, 72, [72]],
  ["fentanyl", ratio(75, 2), "Mezolar Matrix", 72, [72]],
] as const)("%s %j %s is worn %i hours", (substance, strength, brand, usual, licensed) => {
  expect(wearTime(substance, strength, brand)).toMatchObject({ usualHours: usual, licensedHours: licensed });
});

it("gives no wear time that the sources do not", () => {
  expect(wearTime("buprenorphine", ratio(15, 2), null)).toBeNull();
  expect(wearTime("fentanyl", ratio(33), null)).toBeNull();
  expect(wearTime("morphine", ratio(20), null)).toBeNull();
});
