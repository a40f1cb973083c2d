import { describe, expect, it } from "vitest";
import { say } from "../directions.say.ts";
import { readFhirDosage } from "./read-fhir-dosage.ts";

const once = { frequency: 1, period: 1, periodUnit: "d" };
const dose = (value: number, unit?: string): object => ({
  doseAndRate: [{ doseQuantity: unit === undefined ? { value } : { value, unit } }],
});
const timing = (repeat: object): object => ({ timing: { repeat } });

const twice = { frequency: 2, period: 1, periodUnit: "d" };
const range = (low: number, high: number): object => ({
  doseAndRate: [{ doseRange: { low: { value: low }, high: { value: high } } }],
});
const most = (value: number): object => ({
  numerator: { value, unit: "tablet" },
  denominator: { value: 1, code: "d" },
});
const also = (text: string): object => ({ additionalInstruction: [{ text }] });
const bounded = (repeat: object): object => ({ ...timing({ ...twice, ...repeat }), ...dose(1) });

const rows: readonly (readonly [name: string, dosage: readonly unknown[], reading: string])[] = [
  [
    "frequency, period and a bare dose",
    [{ ...timing({ frequency: 2, period: 1, periodUnit: "d" }), ...dose(1) }],
    "2 unit",
  ],
  ["every six hours", [{ ...timing({ frequency: 1, period: 6, periodUnit: "h" }), ...dose(1, "tablet") }], "4 tablet"],
  [
    "every four to six hours",
    [{ ...timing({ frequency: 1, period: 4, periodMax: 6, periodUnit: "h" }), ...dose(1) }],
    "4..6 unit",
  ],
  [
    "two to three times",
    [{ ...timing({ frequency: 2, frequencyMax: 3, period: 1, periodUnit: "d" }), ...dose(5, "mL") }],
    "10..15 ml",
  ],
  [
    "a range of doses",
    [{ ...timing(once), doseAndRate: [{ doseRange: { low: { value: 1 }, high: { value: 2 } } }] }],
    "1..2 unit",
  ],
  [
    "a unit that is no text",
    [{ ...timing(once), doseAndRate: [{ doseQuantity: { value: 1, unit: { toString: 1 } } }] }],
    "refused: no-amount",
  ],
  ["as needed", [{ ...timing(once), ...dose(2), asNeededBoolean: true }], "0..2 unit prn"],
  [
    "as needed for a reason",
    [{ ...timing(once), ...dose(2), asNeededCodeableConcept: { text: "pain" } }],
    "0..2 unit prn",
  ],
  [
    "a maximum a day",
    [
      {
        ...timing({ frequency: 1, period: 4, periodUnit: "h" }),
        ...dose(2),
        maxDosePerPeriod: { numerator: { value: 8 }, denominator: { value: 24, code: "h" } },
      },
    ],
    "8 unit max 8",
  ],
  ["weekdays", [{ ...timing({ dayOfWeek: ["mon", "thu"] }), ...dose(1, "patch") }], "2/7 patch"],
  [
    "a patch every 72 hours",
    [{ ...timing({ frequency: 1, period: 72, periodUnit: "h" }), ...dose(1, "patch") }],
    "1/3 patch",
  ],
  ["parts of the day", [{ ...timing({ when: ["MORN", "HS"] }), ...dose(1) }], "2 unit"],
  [
    "times of the day",
    [{ ...timing({ timeOfDay: ["08:00:00", "20:00:00"], frequency: 2, period: 1, periodUnit: "d" }), ...dose(1) }],
    "2 unit",
  ],
  ["a timing code", [{ timing: { code: { coding: [{ code: "TID" }] } }, ...dose(1) }], "3 unit"],
  [
    "code against repeat",
    [{ timing: { repeat: once, code: { coding: [{ code: "TID" }] } }, ...dose(1) }],
    "refused: contradiction",
  ],
  [
    "one sequence adds up",
    [
      { sequence: 1, ...timing({ when: ["MORN"] }), ...dose(2) },
      { sequence: 1, ...timing({ when: ["HS"] }), ...dose(1) },
    ],
    "3 unit",
  ],
  [
    "sequences follow each other",
    [
      { sequence: 2, ...timing(once), ...dose(2) },
      { sequence: 1, ...timing({ ...once, boundsDuration: { value: 1, code: "wk" } }), ...dose(1) },
    ],
    "1 unit for 7 days then 2 unit",
  ],
  ["text where there is no structure", [{ text: "1-2 qds prn" }], "0..8 unit prn"],
  [
    "text and structure agree",
    [{ text: "one twice a day", ...timing({ frequency: 2, period: 1, periodUnit: "d" }), ...dose(1, "tablet") }],
    "2 tablet",
  ],
  [
    "text and structure disagree",
    [{ text: "one twice a day", ...timing({ frequency: 3, period: 1, periodUnit: "d" }), ...dose(1) }],
    "refused: contradiction",
  ],
  [
    "a month has no fixed length",
    [{ ...timing({ frequency: 1, period: 1, periodUnit: "mo" }), ...dose(1) }],
    "refused: no-frequency",
  ],
  ["as needed alone", [{ sequence: 1, asNeededBoolean: true }], "refused: empty"],
  ["no dose", [timing(once)], "refused: no-amount"],
  ["text and a maximum a period", [{ text: "1-2 qds", maxDosePerPeriod: most(4) }], "4 unit max 4"],
  [
    "a maximum in mg is for the product to apply",
    [
      {
        text: "1-2 qds",
        maxDosePerPeriod: { numerator: { value: 60, unit: "mg" }, denominator: { value: 1, code: "d" } },
      },
    ],
    "4..8 unit",
  ],
  [
    "every maximum of several",
    [{ ...timing({ frequency: 6, period: 1, periodUnit: "d" }), ...dose(2), maxDosePerPeriod: [most(9), most(8)] }],
    "8 unit max 8",
  ],
  [
    "a maximum that cannot be read",
    [{ ...timing(once), ...dose(2), maxDosePerPeriod: { numerator: { value: 1 } } }],
    "refused: not-understood",
  ],
  ["a most each time", [{ text: "1-2 bd", maxDosePerAdministration: { value: 1, unit: "tablet" } }], "2 unit"],
  [
    "a most each time, structured",
    [{ ...timing(twice), ...range(1, 2), maxDosePerAdministration: { value: 1 } }],
    "2 unit",
  ],
  [
    "a most each time below the dose",
    [{ text: "2 bd", maxDosePerAdministration: { value: 1 } }],
    "refused: contradiction",
  ],
  ["a maximum in words", [{ text: "1-2 qds", ...also("max 4 tablets in 24 hours") }], "4 tablet max 4"],
  [
    "a maximum in words beside structure",
    [{ ...timing({ frequency: 4, period: 1, periodUnit: "d" }), ...range(1, 2), ...also("max 4 tablets in 24 hours") }],
    "4 unit max 4",
  ],
  ["need in words beside structure", [{ ...timing(twice), ...dose(1), ...also("when required") }], "0..2 unit prn"],
  ["need in words beside text", [{ text: "1 bd", ...also("when required") }], "0..2 unit prn"],
  ["need as a yes beside text", [{ text: "1 bd", asNeededBoolean: true }], "0..2 unit prn"],
  ["need that is neither yes nor no", [{ text: "1 bd", asNeededBoolean: "true" }], "refused: not-understood"],
  [
    "an instruction by its code's display",
    [{ text: "1 bd", additionalInstruction: [{ coding: [{ code: "1", display: "As required" }] }] }],
    "0..2 unit prn",
  ],
  ["a harmless instruction", [{ text: "1 bd", ...also("With or after food") }], "2 unit"],
  [
    "a harmless instruction beside structure",
    [{ ...timing(twice), ...dose(1), ...also("With or after food") }],
    "2 unit",
  ],
  ["the same said again", [{ text: "1 bd", patientInstruction: "take one twice a day" }], "2 unit"],
  ["another dose", [{ text: "1 bd", patientInstruction: "take two twice a day" }], "refused: contradiction"],
  [
    "another dose beside structure",
    [{ ...timing(twice), ...dose(1), patientInstruction: "take two twice a day" }],
    "refused: contradiction",
  ],
  [
    "an instruction that may change the dose",
    [{ text: "1 bd", ...also("reduce gradually") }],
    "refused: not-understood",
  ],
  ["a modifier extension", [{ text: "1 bd", modifierExtension: [{ url: "x" }] }], "refused: not-understood"],
  [
    "a period with an end",
    [bounded({ boundsPeriod: { start: "2026-06-10", end: "2026-06-14" } })],
    "2 unit for 5 days",
  ],
  ["a period with no end", [bounded({ boundsPeriod: { start: "2026-06-10" } })], "2 unit"],
  ["a period with no start", [bounded({ boundsPeriod: { end: "2026-06-14" } })], "refused: not-understood"],
  [
    "a period that ends before it starts",
    [bounded({ boundsPeriod: { start: "2026-06-10", end: "2026-06-01" } })],
    "refused: not-understood",
  ],
  ["a count of times", [bounded({ count: 10 })], "2 unit for 5 days"],
  ["the most of two counts", [bounded({ count: 10, countMax: 12 })], "2 unit for 6 days"],
  [
    "the longest of a range",
    [bounded({ boundsRange: { low: { value: 3, code: "d" }, high: { value: 5, code: "d" } } })],
    "2 unit for 5 days",
  ],
  ["a length in months, at its longest", [bounded({ boundsDuration: { value: 1, code: "mo" } })], "2 unit for 31 days"],
  [
    "a length that cannot be read",
    [bounded({ boundsDuration: { value: 1, code: "fortnight" } })],
    "refused: not-understood",
  ],
  [
    "text with bounds",
    [{ text: "1 bd", timing: { repeat: { boundsPeriod: { start: "2026-06-10", end: "2026-06-14" } } } }],
    "2 unit for 5 days",
  ],
  ["text with a count", [{ text: "1 bd", timing: { repeat: { count: 10 } } }], "2 unit for 5 days"],
  ["most often below least often", [bounded({ frequencyMax: 1 })], "refused: contradiction"],
  ["longest period below shortest", [bounded({ period: 2, periodMax: 1 })], "refused: contradiction"],
  ["most below least", [{ ...timing(twice), ...range(2, 1) }], "refused: contradiction"],
  [
    "less than so much",
    [{ ...timing(twice), doseAndRate: [{ doseQuantity: { value: 1, comparator: "<" } }] }],
    "refused: no-amount",
  ],
  ["micrograms by their sign", [{ ...timing(twice), ...dose(100, "\u00b5g") }], "200 microgram"],
  ["nothing", [], "refused: empty"],
  ["not dosage", [null, 5, "x"], "refused: empty"],
];

describe("FHIR dosage", () => {
  it.each(rows)("%s", (_name, dosage, reading) => {
    expect(say(readFhirDosage(dosage))).toBe(reading);
  });
});
