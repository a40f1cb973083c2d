import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CountedIn } from "../medicines/types.ts";
import { toNumber } from "../quantity/ratio.ts";
import { readQuantity } from "./read-quantity.ts";

const read = (text: string | null, unit: string | null, countedIn: CountedIn): number | string => {
  const got = readQuantity(text, unit, countedIn);
  return got.status === "understood" ? toNumber(got.value) : got.problem.code;
};

describe("a number beside a pack", () => {
  it("is pieces or packs: not certain above a dozen packs", () => {
    expect(read("2", "pack of 28", "tablet")).toBe(56);
    expect(read("56", "pack of 28", "tablet")).toBe("quantity-not-understood");
    expect(read("<56", "tablet", "tablet")).toBe("quantity-not-understood");
  });
});

describe("a quantity that is understood", () => {
  it.each<[string, string | null, CountedIn, number]>([
    ["56", null, "tablet", 56],
    ["56", "", "tablet", 56],
    [" 56 ", " ", "tablet", 56],
    ["56 tablet", null, "tablet", 56],
    ["56 tablet(s)", null, "tablet", 56],
    ["56 tabs.", null, "tablet", 56],
    ["56", "tablet", "tablet", 56],
    ["56", "Tablet(s)", "tablet", 56],
    ["56", "{tbl}", "tablet", 56],
    ["56", "capsules", "tablet", 56],
    ["56 tablets", "tablet", "tablet", 56],
    ["14.5", "tablet", "tablet", 14.5],
    ["28.000", "tablet", "tablet", 28],
    ["1,000", "ml", "ml", 1000],
    ["1,000.5", "ml", "ml", 1000.5],
    ["100 ml", null, "ml", 100],
    ["300ml", null, "ml", 300],
    ["300", null, "ml", 300],
    ["10", null, "ml", 10],
    ["5", "ml", "ml", 5],
    ["500 millilitres", null, "ml", 500],
    ["1 x 300 ml bottle", null, "ml", 300],
    ["1 bottle of 300ml", null, "ml", 300],
    ["2 x 100ml", null, "ml", 200],
    ["1 pack of 28 capsule(s)", null, "capsule", 28],
    ["1 pack of 28 capsule(s)", "capsule", "capsule", 28],
    ["1", "pack of 28 capsule(s)", "capsule", 28],
    ["2 packs of 28", null, "capsule", 56],
    ["2 packs x 28", null, "capsule", 56],
    ["2 packs (28 tablets)", null, "tablet", 56],
    ["2 (28 tablets) packs", null, "tablet", 56],
    ["2 x 28", null, "tablet", 56],
    ["2x28", null, "tablet", 56],
    ["2 × 28", null, "tablet", 56],
    ["2*28 tablets", null, "tablet", 56],
    ["28 tablets x 2", null, "tablet", 56],
    ["2 x packs of 28 tablets", null, "tablet", 56],
    ["5 patch", null, "patch", 5],
    ["1 box of 4 patches", null, "patch", 4],
    ["4 patch(es)", null, "patch", 4],
    ["one hundred", null, "tablet", 100],
    ["a hundred", null, "tablet", 100],
    ["fifty-six tablets", null, "tablet", 56],
    ["two hundred and twenty four", null, "tablet", 224],
    ["56 (fifty six) tablets", null, "tablet", 56],
    ["56 [fifty-six]", null, "tablet", 56],
    ["12 suppositories", null, "suppository", 12],
    ["40 doses", null, "spray", 40],
    ["40 puffs", null, "spray", 40],
    ["5 ampoules", null, "ampoule", 5],
    ["100000", null, "tablet", 100_000],
  ])("%j %j of what is counted in %s is %d", (text, unit, countedIn, value) => {
    expect(read(text, unit, countedIn)).toBe(value);
  });
});

describe("a quantity that is refused", () => {
  it.each<[string | null, string | null, CountedIn, string]>([
    [null, null, "tablet", "quantity-missing"],
    [null, "tablet", "tablet", "quantity-missing"],
    ["", "tablet", "tablet", "quantity-missing"],
    ["  ", null, "tablet", "quantity-missing"],
    ["0", "tablet", "tablet", "quantity-missing"],
    ["0 x 28", null, "tablet", "quantity-missing"],
    ["1 OP", null, "tablet", "quantity-not-understood"],
    ["1", "OP", "tablet", "quantity-not-understood"],
    ["1 pack", null, "tablet", "quantity-not-understood"],
    ["original pack", null, "tablet", "quantity-not-understood"],
    ["2", "boxes", "patch", "quantity-not-understood"],
    ["100 ml", null, "tablet", "unit-does-not-fit"],
    ["100", "ml", "tablet", "unit-does-not-fit"],
    ["56 tablets", "ml", "tablet", "unit-does-not-fit"],
    ["56 tablets", null, "ml", "unit-does-not-fit"],
    ["5 tablets", null, "patch", "unit-does-not-fit"],
    ["5 patches", null, "tablet", "unit-does-not-fit"],
    ["5 doses", null, "ml", "unit-does-not-fit"],
    ["5 puffs", null, "tablet", "unit-does-not-fit"],
    ["5 suppositories", null, "tablet", "unit-does-not-fit"],
    ["100 g", null, "tablet", "unit-does-not-fit"],
    ["1", null, "ml", "quantity-not-understood"],
    ["9.5", null, "ml", "quantity-not-understood"],
    ["56 x 10mg tablets", null, "tablet", "quantity-not-understood"],
    ["300 mg", null, "ml", "quantity-not-understood"],
    ["2 x 3 x 28", null, "tablet", "quantity-not-understood"],
    ["28-56", null, "tablet", "quantity-not-understood"],
    ["-28", null, "tablet", "quantity-not-understood"],
    ["28 56", null, "tablet", "quantity-not-understood"],
    ["56 (fifty seven)", null, "tablet", "quantity-not-understood"],
    ["fifty sixty", null, "tablet", "quantity-not-understood"],
    ["some", null, "tablet", "quantity-not-understood"],
    ["1.2345", null, "tablet", "quantity-not-understood"],
    ["1e3", null, "tablet", "quantity-not-understood"],
    ["56 tablets", "2 weeks", "tablet", "quantity-not-understood"],
    ["100001", null, "tablet", "implausible"],
    ["1000 x 1000", null, "tablet", "implausible"],
  ])("%j %j of what is counted in %s: %s", (text, unit, countedIn, code) => {
    expect(read(text, unit, countedIn)).toBe(code);
  });

  it("says what was written", () => {
    expect(readQuantity("1", "OP", "tablet")).toEqual({
      status: "refused",
      problem: { code: "quantity-not-understood", detail: '"1" "OP": how much one pack holds is not said' },
    });
    expect(readQuantity("100 ml", null, "tablet")).toMatchObject({
      problem: { detail: '"100 ml": the product is counted in tablet' },
    });
  });
});

describe("laws of quantities", () => {
  it("packs multiply", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 999 }), (packs, size) => {
        for (const text of [`${packs} x ${size}`, `${packs} packs of ${size} tablet(s)`, `${packs}*${size} tablets`])
          expect(read(text, null, "tablet")).toBe(packs * size);
      }),
    );
  });

  it("any text is answered, never thrown at", () => {
    const piece = fc.constantFrom(
      "1",
      "28",
      ".5",
      "x",
      "pack",
      "of",
      "tablets",
      "ml",
      "(",
      ")",
      "fifty",
      " ",
      "-",
      "mg",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((p) => p.join(" ")),
        ),
        (text) => {
          expect(["number", "string"]).toContain(typeof read(text, null, "tablet"));
        },
      ),
    );
  });
});
