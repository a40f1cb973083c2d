type Bag = Readonly<Record<string, unknown>>;

export const patient = (id: string, rest: Bag = {}): Bag => ({
  resourceType: "Patient",
  id,
  gender: "female",
  birthDate: "1960-05-01",
  ...rest,
});

/** One request; only what matters to the case. A member given as undefined is left out. */
export const request = (rest: Bag = {}): Bag => ({
  resourceType: "MedicationRequest",
  id: "r1",
  status: "completed",
  intent: "order",
  medicationCodeableConcept: { text: "Codeine 30mg tablets" },
  subject: { reference: "Patient/p1" },
  authoredOn: "2025-01-06",
  dosageInstruction: [{ text: "one twice a day" }],
  dispenseRequest: { quantity: { value: 56, unit: "tablet" } },
  ...rest,
});

export const dispense = (rest: Bag = {}): Bag => ({
  resourceType: "MedicationDispense",
  id: "d1",
  status: "completed",
  medicationCodeableConcept: { text: "Codeine 30mg tablets" },
  subject: { reference: "Patient/p1" },
  whenHandedOver: "2025-01-07",
  quantity: { value: 56, unit: "tablet" },
  dosageInstruction: [{ text: "one twice a day" }],
  ...rest,
});

export const bundle = (...resources: readonly Bag[]): Bag => ({
  resourceType: "Bundle",
  type: "collection",
  entry: resources.map((resource) => ({ resource })),
});

export const ndjson = (...resources: readonly unknown[]): string =>
  resources.map((resource) => `${JSON.stringify(resource)}\n`).join("");
