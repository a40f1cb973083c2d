import type { ReasonCode } from "../account/reasons.ts";

/** Each code of a value set of FHIR R4 (4.0.1), and whether such a resource is an issue or why not. */
type Meanings = Readonly<Record<string, "used" | ReasonCode>>;

/** http://hl7.org/fhir/ValueSet/medicationrequest-status. What was stopped had been issued: see stopped.ts. */
export const REQUEST_STATUS: Meanings = {
  active: "used",
  "on-hold": "on-hold",
  cancelled: "cancelled",
  completed: "used",
  "entered-in-error": "entered-in-error",
  stopped: "used",
  draft: "draft",
  unknown: "status-not-known",
};

/** http://hl7.org/fhir/ValueSet/medicationrequest-intent. Only orders are issues. */
export const REQUEST_INTENT: Meanings = {
  proposal: "not-an-order",
  plan: "not-an-order",
  order: "used",
  "original-order": "used",
  "reflex-order": "used",
  "filler-order": "used",
  "instance-order": "used",
  option: "not-an-order",
};

/** http://hl7.org/fhir/ValueSet/medicationdispense-status. What was not handed over is no supply. */
export const DISPENSE_STATUS: Meanings = {
  preparation: "not-issued",
  "in-progress": "not-issued",
  cancelled: "cancelled",
  "on-hold": "on-hold",
  completed: "used",
  "entered-in-error": "entered-in-error",
  stopped: "not-issued",
  declined: "not-issued",
  unknown: "status-not-known",
};

/** http://hl7.org/fhir/ValueSet/medication-statement-status */
export const STATEMENT_STATUS: Meanings = {
  active: "used",
  completed: "used",
  "entered-in-error": "entered-in-error",
  intended: "not-an-order",
  stopped: "used",
  "on-hold": "on-hold",
  unknown: "status-not-known",
  "not-taken": "not-issued",
};

/** The meaning of a code; a code that the value set does not have is refused. */
export const meaningIn = (meanings: Meanings, code: unknown, otherwise: ReasonCode): "used" | ReasonCode =>
  typeof code === "string" && Object.hasOwn(meanings, code) ? meanings[code]! : otherwise;
