import { describe, expect, it } from "vitest";
import type { DoseUnit } from "../../directions/types.ts";
import { medicineOf } from "../../equivalence/medicine.fixture.ts";
import { toNumber } from "../../quantity/ratio.ts";
import { fitAmount } from "./amount-a-day.ts";
import { bandOf } from "./directions.fixture.ts";

const tablet = medicineOf({ substance: "morphine", holds: { mg: "10" } });
const liquid = medicineOf({ substance: "morphine", holds: { mg: "10", inMl: "5" }, countedIn: "ml" });
const patch = medicineOf({ substance: "fentanyl", holds: { microgramsPerHour: "25", wearHours: 72 } });
const spray = medicineOf({ substance: "fentanyl", route: "nasal", holds: { mg: "0.05" }, countedIn: "spray" });
const suppository = medicineOf({
  substance: "morphine",
  route: "rectal",
  holds: { mg: "10" },
  countedIn: "suppository",
});
const combined = medicineOf({ substance: "codeine", holds: { mg: "30" } }, { combinedWith: ["paracetamol"] });

const fit = (medicine: typeof tablet, unit: DoseUnit) => {
  const got = fitAmount(medicine, unit, bandOf([1, 2]));
  return got.status === "refused"
    ? got.problem.code
    : `${toNumber(got.amount.min)}-${toNumber(got.amount.max)} ${got.amount.unit}`;
};

describe("directions in a unit, for a product", () => {
  it.each<[string, typeof tablet, DoseUnit, string]>([
    ["tablet", tablet, "tablet", "1-2 counted"],
    ["tablet", tablet, "capsule", "1-2 counted"],
    ["tablet", tablet, "unit", "1-2 counted"],
    ["tablet", tablet, "dose", "1-2 counted"],
    ["tablet", tablet, "mg", "1-2 mg"],
    ["tablet", tablet, "microgram", "1-2 microgram"],
    ["tablet", tablet, "g", "1000-2000 mg"],
    ["tablet", tablet, "ml", "unit-does-not-fit"],
    ["tablet", tablet, "drop", "unit-does-not-fit"],
    ["tablet", tablet, "patch", "unit-does-not-fit"],
    ["tablet", tablet, "spray", "unit-does-not-fit"],
    ["tablet", tablet, "suppository", "unit-does-not-fit"],
    ["tablet", tablet, "ampoule", "unit-does-not-fit"],
    ["liquid", liquid, "ml", "1-2 ml"],
    ["liquid", liquid, "mg", "1-2 mg"],
    ["liquid", liquid, "unit", "unit-does-not-fit"],
    ["liquid", liquid, "dose", "unit-does-not-fit"],
    ["liquid", liquid, "drop", "unit-does-not-fit"],
    ["liquid", liquid, "tablet", "unit-does-not-fit"],
    ["patch", patch, "patch", "1-2 patch"],
    ["patch", patch, "unit", "1-2 patch"],
    ["patch", patch, "dose", "1-2 patch"],
    ["patch", patch, "tablet", "unit-does-not-fit"],
    ["patch", patch, "microgram", "unit-does-not-fit"],
    ["patch", patch, "mg", "unit-does-not-fit"],
    ["spray", spray, "spray", "1-2 counted"],
    ["spray", spray, "puff", "1-2 counted"],
    ["spray", spray, "dose", "1-2 counted"],
    ["spray", spray, "tablet", "unit-does-not-fit"],
    ["suppository", suppository, "suppository", "1-2 counted"],
    ["suppository", suppository, "tablet", "unit-does-not-fit"],
    ["combination", combined, "tablet", "1-2 counted"],
    ["combination", combined, "mg", "unit-does-not-fit"],
    ["combination", combined, "g", "unit-does-not-fit"],
  ])("of a %s: %#", (_name, medicine, unit, expected) => {
    expect(fit(medicine, unit)).toBe(expected);
  });

  it("names the product that they do not fit", () => {
    expect(fitAmount(tablet, "ml", bandOf(5))).toMatchObject({
      problem: { detail: `directions in ml for ${tablet.name}: it is counted in tablet` },
    });
    expect(fitAmount(liquid, "drop", bandOf(5))).toMatchObject({
      problem: { detail: expect.stringContaining("the volume of a drop is not known") as string },
    });
  });
});
