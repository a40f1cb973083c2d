/** What is read of FHIR R4. Nothing is taken for granted: any of it may be missing or of another shape. */
export interface Reference {
  readonly reference?: unknown;
  readonly display?: unknown;
}

export interface Concept {
  readonly coding?: unknown;
  readonly text?: unknown;
}

export interface Quantity {
  readonly value?: unknown;
  readonly comparator?: unknown;
  readonly unit?: unknown;
  readonly code?: unknown;
}

export interface Resource {
  readonly resourceType?: unknown;
  readonly id?: unknown;
  readonly status?: unknown;
  readonly intent?: unknown;
  readonly doNotPerform?: unknown;
  readonly subject?: Reference;
  readonly contained?: unknown;
  readonly extension?: unknown;
  readonly modifierExtension?: unknown;
  readonly medicationCodeableConcept?: Concept;
  readonly medicationReference?: Reference;
  /** Of a Medication. */
  readonly code?: Concept;
  readonly authoredOn?: unknown;
  readonly whenHandedOver?: unknown;
  readonly whenPrepared?: unknown;
  readonly effectiveDateTime?: unknown;
  readonly effectivePeriod?: { readonly start?: unknown; readonly end?: unknown };
  readonly dateAsserted?: unknown;
  readonly dosageInstruction?: unknown;
  readonly dosage?: unknown;
  readonly dispenseRequest?: { readonly quantity?: Quantity; readonly expectedSupplyDuration?: Quantity };
  readonly quantity?: Quantity;
  readonly daysSupply?: Quantity;
  readonly courseOfTherapyType?: Concept;
  readonly reportedBoolean?: unknown;
  readonly reportedReference?: unknown;
  readonly requester?: Reference;
  readonly basedOn?: unknown;
  readonly authorizingPrescription?: unknown;
  readonly birthDate?: unknown;
  readonly gender?: unknown;
  /** Of a Bundle. */
  readonly type?: unknown;
  readonly entry?: unknown;
}

export interface Entry {
  readonly fullUrl?: unknown;
  readonly resource?: Resource;
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const textOf = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
