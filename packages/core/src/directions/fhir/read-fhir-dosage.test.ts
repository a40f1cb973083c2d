import { describe, expect, it } from "vitest";
import { say } from "../directions.say.ts";
import { readFhirDosage } from "./read-fhir-dosage.ts";

const once = { frequency: 1, period: 1, periodUnit: "d" };
const dose = (value: number, unit?: string): object => ({
  doseAndRate: [{ doseQuantity: unit === undefined ? { value } : { value, unit } }],
});
const timing = (repeat: object): object => ({ timing: { repeat } });

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
  ["nothing", [], "refused: empty"],
  ["not dosage", [null, 5, "x"], "refused: empty"],
];

describe("FHIR dosage", () => {
  it.each(rows)("%s", (_name, dosage, reading) => {
    expect(say(readFhirDosage(dosage))).toBe(reading);
  });
});
