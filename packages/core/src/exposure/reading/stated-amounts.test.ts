import { describe, expect, it } from "vitest";
import type { Phase, StatedAmount } from "../../directions/types.ts";
import { medicineOf } from "../../equivalence/medicine.fixture.ts";
import { patchEvery, phaseOf, statedOf } from "./directions.fixture.ts";
import { checkStatedAmounts } from "./stated-amounts.ts";

const tablet = (mg: string) => medicineOf({ substance: "morphine", holds: { mg } });
const liquid = medicineOf({ substance: "morphine", holds: { mg: "10", inMl: "5" }, countedIn: "ml" });
const patch = medicineOf({ substance: "fentanyl", holds: { microgramsPerHour: "25", wearHours: 72 } });
const coCodamol = medicineOf(
  { substance: "codeine", holds: { mg: "30" }, product: "Co-codamol 30mg/500mg tablets" },
  { combinedWith: ["paracetamol"] },
);

const oneTwiceADay = phaseOf({ perDay: 2, each: { amount: 1, everyHours: 12 } });
const twoTwiceADay = phaseOf({ perDay: 4, each: { amount: 2, everyHours: 12 } });
const twoThenOne = phaseOf({ perDay: 3 });
const upToEight = phaseOf({ perDay: [0, 8], each: { amount: [1, 2], everyHours: 4 }, maxPerDay: 8 });
const tenMl = phaseOf({ perDay: 20, unit: "ml", each: { amount: 10, everyHours: 12 } });

const fits = (medicine: typeof liquid, phase: Phase, ...stated: StatedAmount[]) =>
  checkStatedAmounts(medicine, [phase], stated) === null;

describe("a strength or total that the directions mention", () => {
  it("of no kind is nothing to check", () => {
    expect(checkStatedAmounts(tablet("20"), [oneTwiceADay], [])).toBeNull();
  });

  it("fits or contradicts the product", () => {
    // "ONE BD (TOTAL 40MG)"
    expect(fits(tablet("20"), oneTwiceADay, statedOf(40))).toBe(true);
    expect(fits(tablet("20"), oneTwiceADay, statedOf(40, "mg", "day"))).toBe(true);
    expect(fits(tablet("30"), oneTwiceADay, statedOf(40))).toBe(false);
    expect(fits(tablet("30"), oneTwiceADay, statedOf(40, "mg", "day"))).toBe(false);
    expect(checkStatedAmounts(tablet("30"), [oneTwiceADay], [statedOf(40)])).toEqual({
      code: "stated-amount-disagrees",
      detail: `the directions say 40 mg, which does not fit ${tablet("30").name}`,
    });
  });

  it("is checked every one", () => {
    expect(fits(tablet("20"), oneTwiceADay, statedOf(20), statedOf(40))).toBe(true);
    expect(fits(tablet("20"), oneTwiceADay, statedOf(20), statedOf(50))).toBe(false);
  });

  it("as each is the strength only", () => {
    expect(fits(tablet("20"), twoTwiceADay, statedOf(20, "mg", "each"))).toBe(true);
    expect(fits(tablet("20"), twoTwiceADay, statedOf(40, "mg", "each"))).toBe(false);
    expect(fits(tablet("0.4"), twoTwiceADay, statedOf(400, "microgram", "each"))).toBe(true);
  });

  it("as a dose is the strength times the amount each time", () => {
    expect(fits(tablet("20"), twoTwiceADay, statedOf(40, "mg", "dose"))).toBe(true);
    expect(fits(tablet("20"), twoTwiceADay, statedOf(20, "mg", "dose"))).toBe(false);
    expect(fits(tablet("20"), twoTwiceADay, statedOf(80, "mg", "dose"))).toBe(false);
    expect(fits(tablet("30"), upToEight, statedOf(30, "mg", "dose"))).toBe(true);
    expect(fits(tablet("30"), upToEight, statedOf(60, "mg", "dose"))).toBe(true);
  });

  it("as a dose of unequal times is some whole or half tablets within the day", () => {
    expect(fits(tablet("20"), twoThenOne, statedOf(40, "mg", "dose"))).toBe(true);
    expect(fits(tablet("20"), twoThenOne, statedOf(30, "mg", "dose"))).toBe(true);
    expect(fits(tablet("20"), twoThenOne, statedOf(60, "mg", "dose"))).toBe(true);
    expect(fits(tablet("20"), twoThenOne, statedOf(80, "mg", "dose"))).toBe(false);
    expect(fits(tablet("20"), twoThenOne, statedOf(25, "mg", "dose"))).toBe(false);
  });

  it("as a day may be the least, the most or the stated maximum", () => {
    expect(fits(tablet("30"), upToEight, statedOf(240, "mg", "day"))).toBe(true);
    expect(fits(tablet("30"), upToEight, statedOf(210, "mg", "day"))).toBe(false);
    const capped = phaseOf({ perDay: [2, 6], maxPerDay: 6 });
    expect(fits(tablet("30"), capped, statedOf(60, "mg", "day"))).toBe(true);
  });

  it("of a liquid may be its strength, its dose in mg or in ml", () => {
    expect(fits(liquid, tenMl, statedOf(10, "mg", "each"))).toBe(true);
    expect(fits(liquid, tenMl, statedOf(2, "mg", "each"))).toBe(true);
    expect(fits(liquid, tenMl, statedOf(20, "mg", "each"))).toBe(true);
    expect(fits(liquid, tenMl, statedOf(20, "mg", "dose"))).toBe(true);
    expect(fits(liquid, tenMl, statedOf(10, "ml", "dose"))).toBe(true);
    expect(fits(liquid, tenMl, statedOf(5, "ml", "each"))).toBe(true);
    expect(fits(liquid, tenMl, statedOf(40, "mg", "day"))).toBe(true);
    expect(fits(liquid, tenMl, statedOf(15, "mg", "dose"))).toBe(false);
    expect(fits(liquid, tenMl, statedOf(7, "ml"))).toBe(false);
  });

  it("in ml never fits a tablet", () => {
    expect(fits(tablet("10"), oneTwiceADay, statedOf(10, "ml"))).toBe(false);
  });

  it("of a patch is its strength an hour, or that of those worn", () => {
    expect(fits(patch, patchEvery(72), statedOf(25, "microgram/hour", "each"))).toBe(true);
    expect(fits(patch, patchEvery(72), statedOf(25, "microgram"))).toBe(true);
    expect(fits(patch, patchEvery(72, 2), statedOf(50, "microgram/hour"))).toBe(true);
    expect(fits(patch, patchEvery(72), statedOf(50, "microgram/hour"))).toBe(false);
    expect(fits(patch, patchEvery(72), statedOf(25, "mg"))).toBe(false);
  });

  it("of a combination may be of the other ingredient that the name shows", () => {
    expect(fits(coCodamol, twoTwiceADay, statedOf(500, "mg", "each"))).toBe(true);
    expect(fits(coCodamol, twoTwiceADay, statedOf(30, "mg", "each"))).toBe(true);
    expect(fits(coCodamol, twoTwiceADay, statedOf(500))).toBe(true);
    expect(fits(coCodamol, twoTwiceADay, statedOf(8, "mg", "each"))).toBe(false);
    expect(fits(coCodamol, twoTwiceADay, statedOf(0.5, "mg", "each"))).toBe(false);
    const plain = { ...coCodamol, combinedWith: [] };
    expect(fits(plain, twoTwiceADay, statedOf(500, "mg", "each"))).toBe(false);
  });
});
