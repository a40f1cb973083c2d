import { createWriteStream, existsSync, mkdirSync, renameSync } from "node:fs";
import { dirname } from "node:path";
import { once } from "node:events";
import { randomFrom } from "./random.ts";

const DMD = "https://dmd.nhs.uk";
const PRODUCTS = [
  ["Morphine 10mg modified-release tablets", "One to be taken twice a day", 56, "tablet"],
  ["Co-codamol 30mg/500mg tablets", "1-2 tablets four times a day when required, max 8 in 24 hours", 100, "tablet"],
  ["Codeine 30mg tablets", "TAKE ONE OR TWO 4 TIMES/DAY", 112, "tablet"],
  ["Tramadol 50mg capsules", "2 caps qds prn", 100, "capsule"],
  ["Buprenorphine 10micrograms/hour transdermal patches", "Apply one patch every 7 days", 4, "patch"],
  ["Fentanyl 25micrograms/hour transdermal patches", "Change every 72 hours", 10, "patch"],
  ["Gabapentin 300mg capsules", "One three times a day", 84, "capsule"],
  ["Diazepam 2mg tablets", "one at night", 14, "tablet"],
  ["Omeprazole 20mg gastro-resistant capsules", "One daily", 28, "capsule"],
  ["Morphine sulfate 10mg/5ml oral solution", "5ml every four hours as needed", 300, "ml"],
] as const;

const dateOf = (dayNumber: number): string => new Date(dayNumber * 86_400_000).toISOString().slice(0, 10);
const FIRST_DAY = 17_900;

const request = (person: string, number: number, day: number, product: (typeof PRODUCTS)[number]): object => {
  const [name, directions, quantity, unit] = product;
  return {
    resourceType: "MedicationRequest",
    id: `${person}-${number}`,
    meta: { profile: ["https://fhir.hl7.org.uk/StructureDefinition/UKCore-MedicationRequest"] },
    status: "completed",
    intent: "order",
    category: [
      { coding: [{ system: "http://terminology.hl7.org/CodeSystem/medicationrequest-category", code: "community" }] },
    ],
    medicationCodeableConcept: { coding: [{ system: DMD, display: name }], text: name },
    subject: { reference: `Patient/${person}` },
    authoredOn: `${dateOf(day)}T09:30:00+00:00`,
    requester: { reference: "Practitioner/gp-1", display: "Dr Synthetic" },
    dosageInstruction: [{ sequence: 1, text: directions }],
    dispenseRequest: {
      quantity: { value: quantity, unit },
      expectedSupplyDuration: { value: 28, unit: "d", code: "d" },
    },
  };
};

/** One bundle: an invented person with 10 to 50 medication requests. */
const bundle = (index: number, random: () => number): object => {
  const person = `bench-${index}`;
  const count = 10 + Math.floor(random() * 41);
  const requests = Array.from({ length: count }, (_, number) => {
    const product = PRODUCTS[Math.floor(random() * PRODUCTS.length)] ?? PRODUCTS[0];
    return { resource: request(person, number, FIRST_DAY + number * 28 + Math.floor(random() * 7), product) };
  });
  const patient = {
    resourceType: "Patient",
    id: person,
    gender: random() < 0.5 ? "female" : "male",
    birthDate: "1961-05-04",
  };
  return { resourceType: "Bundle", type: "collection", entry: [{ resource: patient }, ...requests] };
};

/** Writes the bundles as NDJSON, one person a line, where the file is not there yet. Synthetic. */
export const writeFhirPeople = async (file: string, people: number): Promise<void> => {
  if (existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true });
  const random = randomFrom(1);
  const out = createWriteStream(`${file}.part`);
  for (let index = 0; index < people; index++)
    if (!out.write(`${JSON.stringify(bundle(index, random))}\n`)) await once(out, "drain");
  out.end();
  await once(out, "finish");
  renameSync(`${file}.part`, file);
};
