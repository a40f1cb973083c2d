import type { PersonRecord } from "@concord/exchange";
import { WrongCall, type Call, type Option } from "../calling/command.ts";
import { nearest } from "../calling/suggest.ts";
import type { Loaded } from "./load-records.ts";

export const PERSON_OPTION = {
  person: { type: "string", value: "ID", says: "the person's number as the records have it" },
} as const satisfies Record<string, Option>;

export const personAsked = (call: Call): string => {
  const id = call.text("person");
  if (id === null || id === "") throw new WrongCall("Whose dose? The call names no person.", "Add --person ID.");
  return id;
};

/** The person that a call names. Someone who is not in the records, or has no opioid there, is a wrong call. */
export const findPerson = ({ records }: Loaded, id: string): PersonRecord => {
  const found = records.person(id);
  if (found !== null) return found;
  const known = [...records.people()].map((one) => one.person);
  const meant = nearest(id, known);
  throw new WrongCall(
    `Nobody with the number ${id} has an opioid in these records.`,
    meant === null ? `${known.length} people have one; see "concord register".` : `Did you mean ${meant}?`,
  );
};
