import { describe, expect, it } from "vitest";
import { medicineOf } from "../../equivalence/medicine.fixture.ts";
import { toNumber } from "../../quantity/ratio.ts";
import { applyMostADay } from "./apply-most-a-day.ts";
import { type BandOf, phaseOf, statedOf, understood } from "./directions.fixture.ts";

const tablet = medicineOf({ substance: "codeine", holds: { mg: "30" } });
const liquid = medicineOf({ substance: "morphine", holds: { mg: "10", inMl: "5" }, countedIn: "ml" });
const patch = medicineOf({ substance: "fentanyl", holds: { microgramsPerHour: "25", wearHours: 72 } });
const coCodamol = medicineOf(
  { substance: "codeine", holds: { mg: "30" }, product: "Co-codamol 30mg/500mg tablets" },
  { combinedWith: ["paracetamol"] },
);

const weakCoCodamol = medicineOf(
  { substance: "codeine", holds: { mg: "8" }, product: "Co-codamol 8mg/500mg tablets" },
  { combinedWith: ["paracetamol"] },
);

const most = (medicine: typeof tablet, perDay: BandOf, value: number, unit: "mg" | "microgram" | "ml" = "mg") => {
  const stated = statedOf(value, unit, "most-a-day");
  const got = applyMostADay(medicine, understood([phaseOf({ perDay })], [stated]));
  if (got.status === "refused") return got.problem.detail.split(": ").at(-1);
  const [phase] = got.phases;
  return { max: toNumber(phase!.perDay.max), maxPerDay: toNumber(phase!.maxPerDay!) };
};

describe("a maximum in mg over a count", () => {
  it("caps the most, at, below and above it", () => {
    expect(most(tablet, [0, 12], 240)).toEqual({ max: 8, maxPerDay: 8 });
    expect(most(tablet, [0, 8], 240)).toEqual({ max: 8, maxPerDay: 8 });
    expect(most(tablet, [0, 6], 240)).toEqual({ max: 6, maxPerDay: 8 });
    expect(most(tablet, [0, 12], 240_000, "microgram")).toEqual({ max: 8, maxPerDay: 8 });
    expect(most(liquid, [0, 60], 80)).toEqual({ max: 40, maxPerDay: 40 });
  });

  it("below what is directed at least is refused", () => {
    expect(most(tablet, 8, 240)).toEqual({ max: 8, maxPerDay: 8 });
    expect(most(tablet, 9, 240)).toBe("that is 8, less than they direct");
  });

  it("of a combination means the ingredient that gives whole tablets, or either where it changes nothing", () => {
    expect(most(coCodamol, [0, 12], 4000)).toEqual({ max: 8, maxPerDay: 8 });
    expect(most(coCodamol, [0, 12], 240)).toEqual({ max: 8, maxPerDay: 8 });
    expect(most(coCodamol, [0, 3], 4000)).toMatchObject({ max: 3 });
    expect(most(weakCoCodamol, [0, 12], 4000)).toEqual({ max: 8, maxPerDay: 8 });
    expect(most(coCodamol, [0, 60], 3000)).toBe("which of its ingredients is meant is not said");
    expect(most(coCodamol, [0, 12], 100)).toBe("which of its ingredients is meant is not said");
  });

  it("does not fit a patch or another measure", () => {
    expect(most(patch, 1, 100)).toBe("it is not measured so");
    expect(most(tablet, 1, 100, "ml")).toBe("it is not measured so");
  });

  it("keeps a lower maximum that was there, applies each, and leaves other mentions alone", () => {
    const phase = phaseOf({ perDay: [0, 4], maxPerDay: 4 });
    const both = [statedOf(240, "mg", "most-a-day"), statedOf(60, "mg", "most-a-day")];
    expect(applyMostADay(tablet, understood([phase], both))).toMatchObject({
      phases: [{ perDay: { max: { n: 2, d: 1 } }, maxPerDay: { n: 2, d: 1 } }],
    });
    expect(applyMostADay(tablet, understood([phase], [statedOf(240, "mg", "most-a-day")]))).toMatchObject({
      phases: [{ maxPerDay: { n: 4, d: 1 } }],
    });
    expect(applyMostADay(tablet, understood([phase], [statedOf(30, "mg", "day")]))).toEqual({
      status: "capped",
      phases: [phase],
    });
  });
});
