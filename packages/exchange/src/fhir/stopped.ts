import { dayFromText } from "../csv/dates.ts";
import { NO_DAY, UNTOLD_DAY } from "../people/person-table.ts";
import type { RowType } from "./medication-row.ts";
import { isObject, listOf, textOf, type Resource } from "./shapes.ts";

/** FHIR R5's date of a change of status, as R4 carries it: http://hl7.org/fhir/5.0/versions.html#extensions */
const STATUS_CHANGED =
  /^http:\/\/hl7\.org\/fhir\/5\.0\/StructureDefinition\/extension-MedicationRequest\.statusChanged$/;
/** GP Connect's reason for a status, with the day of its change in an extension of its own. */
const STATUS_REASON = /^https:\/\/fhir\.(?:nhs|hl7\.org)\.uk\/.*MedicationStatusReason(?:-\d+)?$/;
const CHANGE_DATE = /^statusChangeDate$/;

interface Extension {
  readonly url?: unknown;
  readonly valueDateTime?: unknown;
  readonly extension?: unknown;
}

const extensionsOf = (holder: { readonly extension?: unknown }, url: RegExp): readonly Extension[] =>
  listOf(holder.extension).filter((each): each is Extension => isObject(each) && url.test(textOf(each["url"])));

/** The day on which the status was changed, as a clinician's system says it. When a server last stored it is none. */
const statusChanged = (resource: Resource): number | null => {
  const said = [
    ...extensionsOf(resource, STATUS_CHANGED),
    ...extensionsOf(resource, STATUS_REASON).flatMap((reason) => extensionsOf(reason, CHANGE_DATE)),
  ];
  for (const { valueDateTime } of said) {
    const day = dayFromText(textOf(valueDateTime));
    if (day !== null) return day;
  }
  return null;
};

/** The first day after the period of a statement; null where it has no end. The end of a period belongs to it. */
const afterPeriod = ({ effectivePeriod }: Resource): number | null => {
  const end = dayFromText(textOf(effectivePeriod?.end));
  return end === null ? null : end + 1;
};

/**
 * The first day on which what is ordered or stated holds no longer: NO_DAY where nothing says that it was stopped,
 * UNTOLD_DAY where it was, and no clinical date tells when. FHIR R4: an order that is `stopped` is halted for good; a
 * statement that is `stopped` or `completed` is of a medicine that is no longer taken. An order that is `completed` was
 * issued in full, and is taken until its supply ends.
 */
export const stoppedIn = (type: RowType, resource: Resource): number => {
  const { status } = resource;
  if (type === "MedicationRequest") return status === "stopped" ? (statusChanged(resource) ?? UNTOLD_DAY) : NO_DAY;
  if (type === "MedicationDispense") return NO_DAY;
  return afterPeriod(resource) ?? (status === "stopped" || status === "completed" ? UNTOLD_DAY : NO_DAY);
};
