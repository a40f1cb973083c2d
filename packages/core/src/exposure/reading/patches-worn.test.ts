import { describe, expect, it } from "vitest";
import { medicineOf } from "../../equivalence/medicine.fixture.ts";
import { toNumber } from "../../quantity/ratio.ts";
import { type BandOf, patchEvery, phaseOf } from "./directions.fixture.ts";
import { patchesWorn } from "./patches-worn.ts";

const fentanyl = medicineOf({ substance: "fentanyl", holds: { microgramsPerHour: "25", wearHours: 72 } });
const sevenDay = medicineOf({ substance: "buprenorphine", holds: { microgramsPerHour: "10", wearHours: 168 } });
const generic35 = medicineOf(
  { substance: "buprenorphine", holds: { microgramsPerHour: "35", wearHours: 96 } },
  { wear: { usualHours: 96, licensedHours: [72, 84, 96], source: "OP-REPO" } },
);

const worn = (medicine: typeof fentanyl, everyHours: BandOf, amount: BandOf = 1) => {
  const got = patchesWorn(medicine, patchEvery(everyHours, amount));
  if (got.status === "refused") return got.problem.code;
  return { min: toNumber(got.band.min), max: toNumber(got.band.max), stated: got.wearConflict?.statedHours ?? null };
};

describe("patches worn at a time", () => {
  it.each([
    ["fentanyl every 72 hours", fentanyl, 72, 1, { min: 1, max: 1, stated: null }],
    ["two fentanyl every 72 hours", fentanyl, 72, 2, { min: 2, max: 2, stated: null }],
    ["one or two every 72 hours", fentanyl, 72, [1, 2], { min: 1, max: 2, stated: null }],
    ["weekly for a seven-day patch", sevenDay, 168, 1, { min: 1, max: 1, stated: null }],
    ["fentanyl every 48 hours may leave one on", fentanyl, 48, 1, { min: 1, max: 1.5, stated: 48 }],
    ["fentanyl weekly may leave gaps", fentanyl, 168, 1, { min: 72 / 168, max: 1, stated: 168 }],
    ["fentanyl every 71 hours", fentanyl, 71, 1, { min: 1, max: 72 / 71, stated: 71 }],
    ["fentanyl every 73 hours", fentanyl, 73, 1, { min: 72 / 73, max: 1, stated: 73 }],
    ["fentanyl every 48 to 72 hours", fentanyl, [48, 72], 1, { min: 1, max: 1.5, stated: 48 }],
    ["fentanyl every 72 to 96 hours", fentanyl, [72, 96], 1, { min: 0.75, max: 1, stated: 96 }],
    ["seven-day patch every 72 hours", sevenDay, 72, 1, { min: 1, max: 168 / 72, stated: 72 }],
    ["35 every 72 hours", generic35, 72, 1, { min: 1, max: 1, stated: null }],
    ["35 twice a week", generic35, 84, 1, { min: 1, max: 1, stated: null }],
    ["35 every 96 hours", generic35, 96, 1, { min: 1, max: 1, stated: null }],
    ["35 every 3 to 4 days", generic35, [72, 96], 1, { min: 1, max: 1, stated: null }],
    ["35 every 48 hours", generic35, 48, 1, { min: 1, max: 2, stated: 48 }],
    ["35 weekly", generic35, 168, 1, { min: 72 / 168, max: 1, stated: 168 }],
  ] as const)("%s", (_name, medicine, everyHours, amount, expected) => {
    expect(worn(medicine, everyHours, amount)).toEqual(expected);
  });

  it("may be none where the directions say as needed", () => {
    const phase = phaseOf({ perDay: [0, 0.5], unit: "patch", each: { amount: 1, everyHours: 72 } });
    expect(patchesWorn(fentanyl, phase)).toMatchObject({ band: { min: { n: 0 }, max: { n: 1, d: 1 } } });
  });

  it("are refused where the interval or the wear time is not said", () => {
    const detail = (medicine: typeof fentanyl, phase: ReturnType<typeof phaseOf>) => {
      const got = patchesWorn(medicine, phase);
      return got.status === "refused" ? got.problem : null;
    };
    expect(detail(fentanyl, phaseOf({ perDay: 1, unit: "patch" }))).toEqual({
      code: "directions-refused",
      detail: "how often the patch is changed is not said",
    });
    expect(detail({ ...fentanyl, wear: null }, patchEvery(72))?.detail).toMatch(
      /^how long one .* is worn is not known$/,
    );
    expect(detail(fentanyl, patchEvery(0))?.detail).toBe("the patch is changed at no interval");
  });

  it("say how they were worked out", () => {
    const say = (medicine: typeof fentanyl, everyHours: BandOf) => {
      const got = patchesWorn(medicine, patchEvery(everyHours));
      return got.status === "worn" ? got.steps[0]?.say : null;
    };
    expect(say(fentanyl, 72)).toBe("1 patch every 72 hours, each worn 72 hours: 1 worn at a time");
    expect(say(generic35, 84)).toBe("1 patch every 84 hours, each worn 72 to 96 hours: 1 worn at a time");
    expect(say(fentanyl, 48)).toBe("1 patch every 48 hours, but each is worn 72 hours: 1 to 1.5 worn at a time");
  });
});
