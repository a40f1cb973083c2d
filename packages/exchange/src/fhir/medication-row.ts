import type { ReasonCode } from "../account/reasons.ts";
import { meaningOfKind } from "../csv/words.ts";
import { KINDS } from "../people/issue-store.ts";
import type { Written } from "./item-memory.ts";
import { isObject, listOf, textOf, type Concept, type Resource } from "./shapes.ts";
import { DISPENSE_STATUS, meaningIn, REQUEST_INTENT, REQUEST_STATUS, STATEMENT_STATUS } from "./value-sets.ts";

/** Types of resource that are rows; no other is. */
export type RowType = "MedicationRequest" | "MedicationDispense" | "MedicationStatement";

export const isRow = (type: unknown): type is RowType =>
  type === "MedicationRequest" || type === "MedicationDispense" || type === "MedicationStatement";

const ELSEWHERE = KINDS.indexOf("elsewhere");
const ACUTE = KINDS.indexOf("acute");
const REPEAT = KINDS.indexOf("repeat");

/** Why a resource of this type and status is no issue; null where it may be one. */
export const whyNotUsed = (type: RowType, resource: Resource): { code: ReasonCode; found: string } | null => {
  const { status, intent, doNotPerform } = resource;
  const statuses =
    type === "MedicationRequest" ? REQUEST_STATUS : type === "MedicationDispense" ? DISPENSE_STATUS : STATEMENT_STATUS;
  if (listOf(resource.modifierExtension).length > 0)
    return { code: "modifier-extension", found: sayExtension(resource.modifierExtension) };
  const byStatus = meaningIn(statuses, status, "status-not-valid");
  if (byStatus !== "used") return { code: byStatus, found: `status: ${said(status)}` };
  if (type === "MedicationStatement" && listOf(resource.basedOn).length > 0)
    return { code: "statement-of-request", found: "basedOn a request" };
  if (type !== "MedicationRequest") return null;
  const byIntent = meaningIn(REQUEST_INTENT, intent, "intent-not-valid");
  if (byIntent !== "used") return { code: byIntent, found: `intent: ${said(intent)}` };
  for (const flag of ["doNotPerform", "reportedBoolean"] as const)
    if (!isFlag(resource[flag])) return { code: "flag-not-valid", found: `${flag}: ${said(resource[flag])}` };
  return doNotPerform === true ? { code: "do-not-perform", found: "doNotPerform: true" } : null;
};

const isFlag = (value: unknown): boolean => value === undefined || typeof value === "boolean";

const sayExtension = (extensions: unknown): string => {
  const [first] = listOf(extensions);
  return `modifierExtension: ${isObject(first) ? textOf(first["url"]) : "not readable"}`;
};

const said = (value: unknown): string => {
  if (value === undefined) return "none";
  // An object may refuse to become text.
  return typeof value === "object" && value !== null ? "no text" : `“${String(value)}”`;
};

/** The date on which it was written or handed over, as it stands. */
export const dateOf = (type: RowType, resource: Resource): string => {
  if (type === "MedicationRequest") return textOf(resource.authoredOn);
  if (type === "MedicationDispense") return textOf(resource.whenHandedOver) || textOf(resource.whenPrepared);
  return textOf(resource.effectiveDateTime) || textOf(resource.effectivePeriod?.start) || textOf(resource.dateAsserted);
};

/** The parts of the resource that make its item. */
export const writtenIn = (type: RowType, resource: Resource, medication: Concept): Written => ({
  medication,
  dosage: type === "MedicationStatement" ? resource.dosage : resource.dosageInstruction,
  quantity: type === "MedicationRequest" ? resource.dispenseRequest?.quantity : resource.quantity,
  duration: type === "MedicationRequest" ? resource.dispenseRequest?.expectedSupplyDuration : resource.daysSupply,
});

/** Acute, repeat or recorded elsewhere. A type of course that is not known makes no difference to any dose: acute. */
export const kindOf = (type: RowType, resource: Resource): number => {
  const { reportedBoolean, reportedReference, courseOfTherapyType: course } = resource;
  if (type === "MedicationStatement" || reportedBoolean === true || reportedReference !== undefined) return ELSEWHERE;
  if (course === undefined) return ACUTE;
  const byText = meaningOfKind(textOf(course.text));
  if (typeof byText === "number" && textOf(course.text) !== "") return byText;
  const continuous = listOf(course.coding).some(
    (coding) => isObject(coding) && (coding["code"] === "continuous" || coding["code"] === "seasonal"),
  );
  return continuous ? REPEAT : ACUTE;
};
