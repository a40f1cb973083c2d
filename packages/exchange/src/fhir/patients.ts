import { parseBirthYear } from "../csv/dates.ts";
import type { IssueStore } from "../people/issue-store.ts";
import { NO_DAY } from "../people/person-table.ts";
import { referredId } from "./references.ts";
import { textOf, type Reference, type Resource } from "./shapes.ts";

/** Keeps what a Patient says of the person. */
export const describePatient = (store: IssueStore, patient: Resource, fullUrl: unknown): void => {
  const id = textOf(patient.id) || referredId({ reference: fullUrl }, "Patient");
  if (id === null || id === "") return;
  const { people, sexes } = store;
  const birth = parseBirthYear(textOf(patient.birthDate).slice(0, 4)) ?? 0;
  const sex = textOf(patient.gender) === "unknown" ? "" : textOf(patient.gender);
  people.describe(people.idOf(id), birth, sexes.idOf(sex), NO_DAY);
};

/** The Patient's id, by which other files know the person; null where the subject is nobody or a group. */
export const personOf = (subject: Reference | undefined, byUrl: ReadonlyMap<string, Resource> | null): string | null =>
  textOf(byUrl?.get(textOf(subject?.reference))?.id) || referredId(subject, "Patient");
