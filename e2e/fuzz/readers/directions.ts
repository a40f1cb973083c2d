import { presentDirections, readDirections, readFhirDosage, type Directions, type Item } from "@concord/core";
import { DIRECTIONS_SPECIFICATION } from "../../../packages/core/src/directions/directions.spec-table.ts";
import { MESSY_DIRECTIONS } from "../../../packages/core/src/directions/directions.messy-table.ts";
import type { Chance } from "../chance.ts";
import { mutatedBytes } from "../mutate-bytes.ts";
import { jsonOf, mutatedValue } from "../mutate-json.ts";
import type { FuzzedReader } from "../reader.ts";
import { readItem } from "./files.ts";

const TEXTS = [...MESSY_DIRECTIONS, ...DIRECTIONS_SPECIFICATION.flatMap(({ rows }) => rows)].map(([text]) => text);
const EXAMPLES = TEXTS.map((text) => Buffer.from(text));
const WORDS = [...new Set(TEXTS.flatMap((text) => text.split(/\s+/)))];

const PRODUCTS = [
  "Morphine 10mg modified-release tablets",
  "Fentanyl 25micrograms/hour transdermal patches",
  "Oxycodone 10mg/5ml oral solution",
  "Buprenorphine 5micrograms/hour transdermal patches",
  "Co-codamol 30mg/500mg tablets",
];

const wrongBand = (directions: Directions): string | null => {
  if (directions.status === "refused") return null;
  for (const { perDay, days } of directions.phases) {
    const [least, most] = [perDay.min.n / perDay.min.d, perDay.max.n / perDay.max.d];
    if (!(least >= 0 && least <= most && Number.isFinite(most))) return `a band from ${least} to ${most}`;
    if (days !== null && !(days > 0)) return `a phase of ${days} days`;
  }
  return null;
};

/** The dose that comes of it, with the same text as the quantity too. */
const asItem = (directions: Item["directions"], text: string): void => {
  const [name] = PRODUCTS.slice(text.length % PRODUCTS.length);
  const quantity = text.slice(0, 20);
  readItem({ product: { name: name!, codes: [] }, directions, quantity, quantityUnit: "tablet", days: null });
};

const textProblem = (input: Buffer): string | null => {
  const text = input.toString("utf8");
  const directions = readDirections(text);
  presentDirections(directions);
  asItem({ kind: "text", text }, text);
  if (directions.text !== text) return "the text is not kept as it stood";
  return wrongBand(directions);
};

const spoiltText = (chance: Chance): Buffer => {
  if (chance.happens(0.7)) return mutatedBytes(chance, EXAMPLES).subarray(0, chance.happens(0.9) ? 400 : 1_000_000);
  const words = Array.from({ length: 1 + chance.below(14) }, () => chance.one(WORDS));
  return Buffer.from(words.join(chance.happens(0.9) ? " " : ""));
};

export const directions: FuzzedReader = {
  name: "directions",
  share: 44,
  spoil: spoiltText,
  problem: textProblem,
};

const DOSAGES: readonly unknown[] = [
  { text: "one twice a day" },
  {
    text: "one or two, at most eight a day",
    timing: { repeat: { frequency: 2, frequencyMax: 3, period: 1, periodMax: 2, periodUnit: "d", when: ["HS"] } },
    asNeededBoolean: true,
    doseAndRate: [{ doseRange: { low: { value: 1, unit: "tablet" }, high: { value: 2, unit: "tablet" } } }],
    maxDosePerPeriod: { numerator: { value: 8, unit: "tablet" }, denominator: { value: 1, unit: "d", code: "d" } },
    additionalInstruction: [{ text: "with food" }],
  },
  {
    sequence: 1,
    timing: {
      code: { text: "BD" },
      repeat: { boundsDuration: { value: 7, code: "d" }, frequency: 1, period: 72, periodUnit: "h" },
    },
    doseAndRate: [{ doseQuantity: { value: 2.5, unit: "mL", code: "mL" }, rateQuantity: { value: 1 } }],
    maxDosePerAdministration: { value: 5 },
    maxDosePerLifetime: { value: 500 },
  },
];

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

export const dosages: FuzzedReader = {
  name: "fhir-dosage",
  share: 12,
  spoil: (chance) => {
    let value: unknown = Array.from({ length: chance.below(4) }, () => chance.one(DOSAGES));
    for (let left = 1 + chance.below(6); left > 0; left--) value = mutatedValue(value, chance);
    return Buffer.from(jsonOf(value));
  },
  problem: (input) => {
    const value: unknown = JSON.parse(input.toString("utf8"));
    const dosage = isList(value) ? value : [value];
    const read = readFhirDosage(dosage);
    presentDirections(read);
    asItem({ kind: "fhir-dosage", dosage }, read.text);
    return wrongBand(read);
  },
};
