import { describe, expect, it } from "vitest";
import type { Directions } from "../directions/types.ts";
import { medicineOf } from "../equivalence/medicine.fixture.ts";
import type { ProductText } from "../medicines/types.ts";
import { type OmeQuestion, presentOme } from "./present-ome.ts";
import { createItemReader } from "./read-item.ts";
import { patchEvery, phaseOf, understood } from "./reading/directions.fixture.ts";

const MEDICINES = {
  "Morphine 60mg tablets": medicineOf({ substance: "morphine", holds: { mg: "60" } }),
  "Oxycodone 7.5mg tablets": medicineOf({ substance: "oxycodone", holds: { mg: "7.5" } }),
  "Fentanyl 12 patches": medicineOf({ substance: "fentanyl", holds: { microgramsPerHour: "12", wearHours: 72 } }),
  "Methadone 5mg tablets": medicineOf({ substance: "methadone", holds: { mg: "5" } }),
  "Methadone 1mg/ml": medicineOf({ substance: "methadone", holds: { mg: "1" } }, { use: "maintenance" }),
};

const TEXTS: { readonly [text: string]: Directions } = {
  "3 a day": understood([phaseOf({ perDay: 3 })]),
  "0.5 a day": understood([phaseOf({ perDay: 0.5 })]),
  "up to 4": understood([phaseOf({ perDay: [0, 4] })]),
  "every 72 hours": understood([patchEvery(72)]),
  "every 48 hours": understood([patchEvery(48)]),
  "one for a week then two": understood([phaseOf({ perDay: 1, days: 7 }), phaseOf({ perDay: 2 })]),
};

let asked: ProductText | null = null;

const reader = createItemReader({
  table: "uk",
  identify: (product) => {
    asked = product;
    const medicine = MEDICINES[product.name as keyof typeof MEDICINES];
    return medicine === undefined ? { kind: "not-watched" } : { kind: "opioid", medicine, by: "name" };
  },
  readDirections: (text) => TEXTS[text] ?? { status: "refused", text, reason: "as-directed", because: text },
  readFhirDosage: () => TEXTS["3 a day"]!,
});

const ask = (product: keyof typeof MEDICINES | "Ramipril", more: Partial<OmeQuestion> = {}) =>
  presentOme(reader, { product, ...more });

describe("an answer by the directions", () => {
  it("is exact: three times 60 mg is 180", () => {
    expect(ask("Morphine 60mg tablets", { directions: "3 a day" })).toMatchObject({
      status: "computed",
      basis: "directed",
      ome: { min: 180, max: 180 },
      phases: [],
      table: "uk",
      tableName: "UK FPM/BNF (Aug 2020)",
      reason: null,
    });
  });

  it("takes a number a day", () => {
    expect(ask("Morphine 60mg tablets", { directions: 3 }).ome).toEqual({ min: 180, max: 180 });
    expect(ask("Oxycodone 7.5mg tablets", { directions: 0.5 }).ome).toEqual({ min: 5.625, max: 5.625 });
    expect(ask("Morphine 60mg tablets", { directions: -3 })).toMatchObject({ status: "refused" });
    expect(ask("Morphine 60mg tablets", { directions: Number.NaN })).toMatchObject({ status: "refused" });
  });

  it("keeps both ends, every phase and a wear conflict", () => {
    expect(ask("Oxycodone 7.5mg tablets", { directions: "up to 4" }).ome).toEqual({ min: 0, max: 45 });
    expect(ask("Morphine 60mg tablets", { directions: "one for a week then two" })).toMatchObject({
      ome: { min: 60, max: 60 },
      phases: [
        { days: 7, min: 60, max: 60 },
        { days: null, min: 120, max: 120 },
      ],
    });
    expect(ask("Fentanyl 12 patches", { directions: "every 72 hours" })).toMatchObject({
      ome: { max: 30 },
      reason: null,
    });
    expect(ask("Fentanyl 12 patches", { directions: "every 48 hours" })).toMatchObject({
      ome: { min: 30, max: 45 },
      reason: "patch-wear-conflict: changed every 48 hours, licensed for 72",
    });
  });

  it("shows its working, each step with its source", () => {
    const { working } = ask("Morphine 60mg tablets", { directions: "3 a day" });
    expect(working.map((step) => step.say)).toContain("3 tablets a day: 3 x 60 mg = 180 mg morphine a day");
    expect(working.every((step) => step.source !== "")).toBe(true);
  });

  it("hands on the code with its system, where there is one", () => {
    ask("Morphine 60mg tablets", { code: "123", system: "http://snomed.info/sct" });
    expect(asked?.codes).toEqual([{ system: "http://snomed.info/sct", code: "123" }]);
    ask("Methadone 5mg tablets", { code: "124" });
    expect(asked?.codes).toEqual([{ system: null, code: "124" }]);
    ask("Ramipril", { code: "" });
    expect(asked?.codes).toEqual([]);
  });
});

describe("an answer by the supply", () => {
  const supplied = (more: Partial<OmeQuestion>) => ask("Morphine 60mg tablets", { directions: "as directed", ...more });

  it("is quantity over days, where the directions cannot be read", () => {
    expect(supplied({ quantity: 56, days: 28 })).toMatchObject({
      status: "computed",
      basis: "supplied",
      ome: { min: 120, max: 120 },
      reason: 'as supplied, because directions-refused: as-directed: "as directed"',
    });
    expect(supplied({ quantity: "1 pack of 28", days: 30 }).ome).toEqual({ min: 56, max: 56 });
    expect(supplied({ quantity: 10, days: 7 }).ome).toEqual({ min: 85.714286, max: 85.714286 });
    expect(supplied({ quantity: 56, days: 28 }).working.at(-1)).toEqual({
      say: "3360 mg OME over 28 days = 120 mg OME a day",
      source: "the days of supply",
    });
    expect(ask("Morphine 60mg tablets", { quantity: 56, days: 28 })).toMatchObject({ basis: "supplied" });
  });

  it("needs both, and days that are a length of supply", () => {
    for (const more of [{}, { quantity: 56 }, { days: 28 }, { quantity: 56, days: null }])
      expect(supplied(more)).toMatchObject({ status: "refused", ome: null, basis: null });
    for (const days of [0, -1, 1.5, 3661, Number.NaN])
      expect(supplied({ quantity: 56, days })).toMatchObject({ status: "refused" });
    expect(supplied({ quantity: 56, days: 3660 }).status).toBe("computed");
    expect(supplied({ quantity: 56, days: 1 }).ome).toEqual({ min: 3360, max: 3360 });
    expect(supplied({ quantity: "1 OP", days: 28 })).toMatchObject({
      status: "refused",
      reason: expect.stringMatching(/^quantity-not-understood: /) as string,
    });
  });

  it("never stands in for directions that can be read", () => {
    expect(ask("Morphine 60mg tablets", { directions: "3 a day", quantity: 56, days: 28 })).toMatchObject({
      basis: "directed",
      ome: { min: 180, max: 180 },
    });
  });
});

describe("a refusal", () => {
  it("names methadone and the table", () => {
    expect(ask("Methadone 5mg tablets", { directions: "3 a day" })).toMatchObject({
      status: "refused",
      basis: null,
      ome: null,
      table: "uk",
      reason: expect.stringMatching(
        /^no-factor: methadone by mouth has no factor in UK FPM\/BNF \(Aug 2020\)/,
      ) as string,
    });
    expect(ask("Methadone 5mg tablets", { quantity: 56, days: 28 })).toMatchObject({ status: "refused", ome: null });
  });

  it("says that maintenance treatment is not summed, and that other things are no opioid", () => {
    expect(ask("Methadone 1mg/ml", { directions: "3 a day" }).reason).toMatch(/^maintenance-treatment: /);
    expect(ask("Ramipril", { directions: "3 a day" }).reason).toBe("not-an-opioid: nor a medicine watched beside one");
  });
});
