import { describe, expect, it, vi } from "vitest";
import type { Directions } from "../directions/types.ts";
import { medicineOf } from "../equivalence/medicine.fixture.ts";
import type { FactorTableId } from "../equivalence/types.ts";
import type { Identification, Medicine } from "../medicines/types.ts";
import { createItemReader, type ItemReader, type ItemReaderParts } from "./read-item.ts";
import { patchEvery, phaseOf, statedOf, understood } from "./reading/directions.fixture.ts";
import type { Item } from "./types.ts";

const opioid = (medicine: Medicine): Identification => ({ kind: "opioid", medicine, by: "name" });

const PRODUCTS: { readonly [name: string]: Identification } = {
  "MST 60": opioid(medicineOf({ substance: "morphine", holds: { mg: "60" }, product: "Morphine 60mg tablets" })),
  Oramorph: opioid(medicineOf({ substance: "morphine", holds: { mg: "10", inMl: "5" }, countedIn: "ml" })),
  "Fentanyl 25": opioid(medicineOf({ substance: "fentanyl", holds: { microgramsPerHour: "25", wearHours: 72 } })),
  "Methadone 5": opioid(medicineOf({ substance: "methadone", holds: { mg: "5" } })),
  "Methadone liquid": opioid(
    medicineOf({ substance: "methadone", holds: { mg: "1", inMl: "1" }, countedIn: "ml" }, { use: "maintenance" }),
  ),
  Subutex: opioid(
    medicineOf({ substance: "buprenorphine", route: "sublingual", holds: { mg: "8" } }, { use: "maintenance" }),
  ),
  Diazepam: { kind: "companion", class: "benzodiazepine", substance: "diazepam" },
  Ramipril: { kind: "not-watched" },
  "Morphine something": {
    kind: "refused",
    problem: { code: "strength-not-certain", substance: "morphine", found: "Morphine something" },
    substance: "morphine",
    use: "analgesic",
  },
  "Two things": {
    kind: "refused",
    problem: { code: "code-and-name-disagree", byCode: "Morphine 10mg tablets", byName: "Morphine 30mg tablets" },
    substance: "morphine",
    use: "analgesic",
  },
  Unclear: {
    kind: "refused",
    problem: { code: "substance-not-certain", found: "Unclear" },
    substance: null,
    use: "not-certain",
  },
};

const TEXTS: { readonly [text: string]: Directions } = {
  "one bd": understood([phaseOf({ perDay: 2, each: { amount: 1, everyHours: 12 } })], [], "one bd"),
  "1-2 qds prn": understood([phaseOf({ perDay: [0, 8], each: { amount: [1, 2], everyHours: 6 } })]),
  "one bd (total 90mg)": understood([phaseOf({ perDay: 2, each: { amount: 1, everyHours: 12 } })], [statedOf(90)]),
  "10 ml bd": understood([phaseOf({ perDay: 20, unit: "ml", each: { amount: 10, everyHours: 12 } })]),
  "20 mg bd": understood([phaseOf({ perDay: 40, unit: "mg" })]),
  "change every 72 hours": understood([patchEvery(72)]),
  "change every 48 hours": understood([patchEvery(48)]),
  "one a day for a week then two": understood([phaseOf({ perDay: 1, days: 7 }), phaseOf({ perDay: 2 })]),
  "one a day for one day then two": understood([phaseOf({ perDay: 1, days: 1 }), phaseOf({ perDay: 2 })]),
  "100 a day": understood([phaseOf({ perDay: 100 })]),
  "101 a day": understood([phaseOf({ perDay: 101 })]),
  "83 a day": understood([phaseOf({ perDay: 83 })]),
  "84 a day": understood([phaseOf({ perDay: 84 })]),
  "1001 ml a day": understood([phaseOf({ perDay: 1001, unit: "ml" })]),
  "1000 ml a day": understood([phaseOf({ perDay: 1000, unit: "ml" })]),
  absurd: understood([phaseOf({ perDay: 999_999_999.99999, unit: "mg" })]),
};

const fake = (text: string): Directions =>
  TEXTS[text] ?? { status: "refused", text, reason: text === "" ? "empty" : "not-understood", because: text };

const reader = (table: FactorTableId = "uk"): ItemReader =>
  createItemReader({
    table,
    identify: ({ name }) => PRODUCTS[name]!,
    readDirections: fake,
    readFhirDosage: () => TEXTS["one bd"]!,
  });

const item = (name: string, text: string, quantity: string | null = null, more: Partial<Item> = {}): Item => ({
  product: { name, codes: [] },
  directions: { kind: "text", text },
  quantity,
  quantityUnit: null,
  days: null,
  ...more,
});

const mg = (value: number) => value * 1_000_000;

describe("an item as directed", () => {
  it("is a band of whole nanograms a day", () => {
    expect(reader()(item("MST 60", "one bd")).directed).toMatchObject({
      status: "computed",
      value: [{ days: null, min: mg(120), max: mg(120) }],
    });
    expect(reader()(item("MST 60", "1-2 qds prn")).directed).toMatchObject({ value: [{ min: 0, max: mg(480) }] });
  });

  it("shows its working from the record to the dose", () => {
    expect(reader()(item("MST 60", "one bd")).directed.steps).toEqual([
      { say: '"MST 60" is Morphine 60mg tablets', source: "dictionary" },
      { say: '"one bd"', source: "the directions" },
      { say: "60 mg in each tablet", source: "dictionary" },
      { say: "2 tablets a day: 2 x 60 mg = 120 mg morphine a day", source: "the directions" },
      {
        say: "120 mg x 1 (morphine by mouth, UK FPM/BNF (Aug 2020)) = 120 mg OME a day",
        source: "UK FPM/BNF (Aug 2020), ASK",
      },
    ]);
  });

  it("has each phase with its days", () => {
    const { directed } = reader()(item("MST 60", "one a day for a week then two"));
    expect(directed).toMatchObject({
      value: [
        { days: 7, min: mg(60), max: mg(60) },
        { days: null, min: mg(120), max: mg(120) },
      ],
    });
    expect(directed.steps.map((step) => step.say)).toContain("first for 7 days:");
    expect(directed.steps.map((step) => step.say)).toContain("then:");
    expect(reader()(item("MST 60", "one a day for one day then two")).directed.steps[2]?.say).toBe("first for 1 day:");
  });

  it("goes by the patches worn", () => {
    const agreed = reader()(item("Fentanyl 25", "change every 72 hours"));
    expect(agreed.directed).toMatchObject({ value: [{ min: mg(60), max: mg(60) }] });
    expect(agreed.wearConflict).toBeNull();
    const early = reader()(item("Fentanyl 25", "change every 48 hours"));
    expect(early.directed).toMatchObject({ value: [{ min: mg(60), max: mg(90) }] });
    expect(early.wearConflict).toEqual({ statedHours: 48, licensedHours: [72] });
  });

  it.each([
    ["MST 60", "", { code: "directions-refused", detail: "empty" }],
    ["MST 60", "as before", { code: "directions-refused", detail: 'not-understood: "as before"' }],
    ["MST 60", "10 ml bd", { code: "unit-does-not-fit" }],
    ["MST 60", "one bd (total 90mg)", { code: "stated-amount-disagrees" }],
    ["Methadone 5", "one bd", { code: "no-factor", detail: expect.stringContaining("methadone by mouth") as string }],
    ["Fentanyl 25", "10 ml bd", { code: "unit-does-not-fit" }],
    ["Fentanyl 25", "one a day for a week then two", { code: "directions-refused" }],
    ["MST 60", "101 a day", { code: "implausible", detail: expect.stringContaining("101 tablet a day") as string }],
    ["MST 60", "100 a day", { code: "implausible", detail: "6000 mg OME a day is more than 5000" }],
    ["MST 60", "84 a day", { code: "implausible" }],
    ["Oramorph", "1001 ml a day", { code: "implausible" }],
    ["MST 60", "absurd", { code: "implausible" }],
    ["Diazepam", "one bd", { code: "not-an-opioid", detail: "diazepam" }],
    ["Ramipril", "one bd", { code: "not-an-opioid", detail: "nor a medicine watched beside one" }],
    [
      "Morphine something",
      "one bd",
      { detail: 'strength-not-certain: the strength of morphine in "Morphine something"' },
    ],
    ["Two things", "one bd", { detail: expect.stringContaining("the name says Morphine 30mg tablets") as string }],
    ["Unclear", "one bd", { code: "product-refused", detail: 'substance-not-certain: "Unclear"' }],
  ])("%s, %j is refused", (name, text, problem) => {
    expect(reader()(item(name, text)).directed).toMatchObject({ status: "refused", problem });
  });

  it("is computed up to the guards themselves", () => {
    expect(reader()(item("MST 60", "83 a day")).directed).toMatchObject({ value: [{ max: mg(4980) }] });
    expect(reader()(item("Oramorph", "1000 ml a day")).directed).toMatchObject({ value: [{ max: mg(2000) }] });
  });

  it("goes by the table of the reader, which it names", () => {
    const reading = reader("cdc-2022")(item("Methadone 5", "one bd"));
    expect(reading.table).toBe("cdc-2022");
    expect(reading.directed).toMatchObject({ value: [{ min: mg(47), max: mg(47) }] });
  });
});

describe("an item as supplied", () => {
  it("is the OME of the whole quantity", () => {
    expect(reader()(item("MST 60", "one bd", "56")).supplied).toMatchObject({ status: "computed", value: mg(3360) });
    expect(reader()(item("Oramorph", "10 ml bd", "300 ml")).supplied).toMatchObject({ value: mg(600) });
    expect(reader()(item("Fentanyl 25", "change every 72 hours", "10")).supplied).toMatchObject({ value: mg(1800) });
    expect(reader()(item("MST 60", "one bd", "2", { quantityUnit: "pack of 28 tablets" })).supplied).toMatchObject({
      value: mg(3360),
    });
  });

  it("needs no directions", () => {
    expect(reader()(item("MST 60", "as before", "56")).supplied).toMatchObject({ value: mg(3360) });
  });

  it.each([
    ["MST 60", null, "quantity-missing"],
    ["MST 60", "1 OP", "quantity-not-understood"],
    ["MST 60", "100 ml", "unit-does-not-fit"],
    ["Methadone 5", "56", "no-factor"],
    ["Diazepam", "56", "not-an-opioid"],
  ])("%s, %j is refused", (name, quantity, code) => {
    expect(reader()(item(name, "one bd", quantity)).supplied).toMatchObject({ status: "refused", problem: { code } });
  });

  it("goes by the directed dose where the factor depends on it", () => {
    const cdc = reader("cdc-2016");
    expect(cdc(item("Methadone 5", "one bd", "56")).supplied).toMatchObject({ value: mg(1120) });
    expect(cdc(item("Methadone 5", "one a day for a week then two", "56")).supplied).toMatchObject({ value: mg(1120) });
    expect(cdc(item("Methadone 5", "as before", "56")).supplied).toMatchObject({ problem: { code: "no-factor" } });
  });
});

describe("until when a quantity lasts", () => {
  it("goes by the most that the directions allow", () => {
    expect(reader()(item("MST 60", "1-2 qds prn", "100")).runOutDays).toBe(13);
    expect(reader()(item("Oramorph", "10 ml bd", "300 ml")).runOutDays).toBe(15);
    expect(reader()(item("Oramorph", "20 mg bd", "300 ml")).runOutDays).toBe(15);
    expect(reader()(item("MST 60", "20 mg bd", "2")).runOutDays).toBe(3);
    expect(reader()(item("Fentanyl 25", "change every 72 hours", "10")).runOutDays).toBe(30);
    expect(reader()(item("Fentanyl 25", "change every 48 hours", "10")).runOutDays).toBe(20);
  });

  it("is not known where either is unknown", () => {
    expect(reader()(item("MST 60", "one bd")).runOutDays).toBeNull();
    expect(reader()(item("MST 60", "as before", "56")).runOutDays).toBeNull();
  });

  it("is known for companions counted in pieces", () => {
    expect(reader()(item("Diazepam", "one bd", "28")).runOutDays).toBe(14);
    expect(reader()(item("Diazepam", "10 ml bd", "100 ml")).runOutDays).toBeNull();
    expect(reader()(item("Diazepam", "20 mg bd", "28")).runOutDays).toBeNull();
    expect(reader()(item("Diazepam", "one bd", "1 OP")).runOutDays).toBeNull();
    expect(reader()(item("Diazepam", "as before", "28")).runOutDays).toBeNull();
  });
});

describe("maintenance treatment", () => {
  it("is shown with what is taken a day, and never converted under any table", () => {
    for (const table of ["uk", "openprescribing", "nih-heal", "anzca-2021"] as const) {
      const reading = reader(table)(item("Subutex", "one bd", "14"));
      const problem = { code: "maintenance-treatment", detail: expect.stringContaining("never summed") as string };
      expect(reading.directed).toMatchObject({ status: "refused", problem });
      expect(reading.supplied).toMatchObject({ status: "refused", problem });
      expect(reading.directed.steps.at(-1)?.say).toBe("2 tablets a day: 2 x 8 mg = 16 mg buprenorphine a day");
      expect(reading.runOutDays).toBe(7);
    }
    expect(reader()(item("Methadone liquid", "10 ml bd")).directed.steps.at(-1)?.say).toBe(
      "20 ml a day: 20 x 1 mg = 20 mg methadone a day",
    );
  });
});

describe("reading once", () => {
  const counting = (remembered?: number) => {
    const identify = vi.fn<ItemReaderParts["identify"]>(({ name }) => PRODUCTS[name]!);
    const readDirections = vi.fn<ItemReaderParts["readDirections"]>(fake);
    const readFhirDosage = vi.fn<ItemReaderParts["readFhirDosage"]>(() => TEXTS["one bd"]!);
    const parts = { table: "uk" as const, identify, readDirections, readFhirDosage };
    return {
      identify,
      readDirections,
      readFhirDosage,
      read: createItemReader(remembered ? { ...parts, remembered } : parts),
    };
  };

  it("shares one reading among equal items", () => {
    const { identify, readDirections, read } = counting();
    const first = read(item("MST 60", "one bd", "56"));
    expect(read(item("MST 60", "one bd", "56"))).toBe(first);
    expect(read(item("MST 60", "one bd", "28"))).not.toBe(first);
    expect(read(item("MST 60", "one bd", "56", { days: 28 }))).not.toBe(first);
    expect(read(item("MST 60", "one bd", "56", { quantityUnit: "tablet" }))).not.toBe(first);
    expect(read(item("MST 60", "one bd", null))).not.toBe(read(item("MST 60", "one bd", "")));
    read(item("Oramorph", "one bd", "56"));
    expect(identify).toHaveBeenCalledTimes(2);
    expect(readDirections).toHaveBeenCalledTimes(1);
  });

  it("tells products apart by their codes", () => {
    const { identify, read } = counting();
    const coded = (system: string | null, code: string) =>
      read(item("MST 60", "one bd", null, { product: { name: "MST 60", codes: [{ system, code }] } }));
    coded("a", "1");
    coded("a", "1");
    coded("b", "1");
    coded(null, "1");
    coded("a", "2");
    expect(identify).toHaveBeenCalledTimes(4);
  });

  it("reads structured directions as such, once", () => {
    const { readDirections, readFhirDosage, read } = counting();
    const dosage = [{ text: "one bd" }];
    const structured = { directions: { kind: "fhir-dosage" as const, dosage } };
    expect(read(item("MST 60", "", null, structured)).directed).toMatchObject({ value: [{ max: mg(120) }] });
    read(item("Oramorph", "", null, structured));
    expect(readFhirDosage).toHaveBeenCalledTimes(1);
    expect(readFhirDosage).toHaveBeenCalledWith(dosage);
    expect(readDirections).not.toHaveBeenCalled();
  });

  it("does not read directions that no one asks for", () => {
    const { readDirections, read } = counting();
    expect(read(item("Ramipril", "one bd")).directions).toMatchObject({ status: "refused", text: "one bd" });
    expect(readDirections).not.toHaveBeenCalled();
  });

  it("forgets when it remembers too much, and reads again", () => {
    const { identify, read } = counting(2);
    for (const name of ["MST 60", "Oramorph", "MST 60"]) read(item(name, "one bd"));
    expect(identify).toHaveBeenCalledTimes(2);
    for (const name of ["Methadone 5", "Oramorph"]) read(item(name, "one bd"));
    expect(identify).toHaveBeenCalledTimes(4);
  });

  it("lets a bug through", () => {
    const broken = createItemReader({
      table: "uk",
      identify: () => PRODUCTS["MST 60"]!,
      readDirections: () => null as unknown as Directions,
      readFhirDosage: () => TEXTS["one bd"]!,
    });
    expect(() => broken(item("MST 60", "one bd"))).toThrow(TypeError);
  });
});
