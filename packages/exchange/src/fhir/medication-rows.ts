import type { Day } from "@concord/core";
import type { ReasonCode } from "../account/reasons.ts";
import type { Tally } from "../account/tally.ts";
import { dayFromText } from "../csv/dates.ts";
import { UNWATCHED_ITEM, type Intake } from "../intake.ts";
import { CountedRequests } from "./counted-requests.ts";
import { Deferred, type Later } from "./deferred.ts";
import { ItemMemory } from "./item-memory.ts";
import { dateOf, kindOf, whyNotUsed, writtenIn, type RowType } from "./medication-row.ts";
import { referredId } from "./references.ts";
import { isObject, listOf, textOf, type Concept, type Resource } from "./shapes.ts";

/** Where a resource stands. */
export interface Place {
  readonly tally: Tally;
  readonly fileId: number;
  readonly row: number;
}

/** What is known of a row besides the resource itself. */
export interface Around {
  readonly person: string | null;
  readonly fullUrl: string;
  /** Requests of this bundle that are issues; null where nothing in it could have been handed over for one. */
  readonly counted: Set<string> | null;
}

/** What a request means whoever it is for and whenever: an item of a kind by a prescriber, or why it is no issue. */
export type Meaning =
  | { readonly why: null; readonly item: number; readonly kind: number; readonly prescriber: number }
  | { readonly why: ReasonCode };

/** Rows of FHIR: what is requested, handed over or stated. What points to something not yet met waits until the end. */
export class MedicationRows {
  readonly #intake: Intake;
  readonly #memory: ItemMemory;
  readonly #medications = new Map<string, Concept>();
  readonly #deferred = new Deferred();
  readonly counted = new CountedRequests();

  constructor(intake: Intake) {
    this.#intake = intake;
    this.#memory = new ItemMemory(intake.items);
  }

  medication(medication: Resource, fullUrl: unknown): void {
    const concept = medication.code;
    if (!isObject(concept)) return;
    for (const id of [textOf(medication.id), referredId({ reference: fullUrl }, "Medication")])
      if (id !== null && id !== "") this.#medications.set(id, concept);
  }

  row(type: RowType, resource: Resource, place: Place, around: Around): void {
    const { tally, row } = place;
    tally.rowsRead++;
    const why = whyNotUsed(type, resource);
    if (why !== null) return tally.put(why.code, row, `${sayId(type, resource)}: ${why.found}`);
    const medication = this.#medicationOf(resource);
    const requests = type === "MedicationDispense" ? requestsOf(resource) : [];
    if (requests.some((id) => around.counted?.has(id) === true))
      return tally.put("dispense-of-counted-request", row, sayId(type, resource));
    if (medication !== "elsewhere" && requests.length === 0)
      return this.#issue(type, resource, place, medication, around);
    this.#deferred.add({
      file: this.#intake.tallies.indexOf(tally),
      fileId: place.fileId,
      row,
      type,
      person: around.person,
      medication: medication === "elsewhere" ? null : medication,
      requests,
      resource,
      fullUrl: around.fullUrl,
    });
  }

  /** What a request means by its decisive members alone. */
  meaningOf(request: Resource): Meaning {
    const why = whyNotUsed("MedicationRequest", request);
    if (why !== null) return { why: why.code };
    const concept = request.medicationCodeableConcept;
    const item = isObject(concept) ? this.#memory.itemFor(writtenIn("MedicationRequest", request, concept)) : null;
    if (item === null) return { why: "product-missing" };
    const prescriber = this.#intake.store.prescribers.idOf(textOf(request.requester?.display));
    return { why: null, item, kind: kindOf("MedicationRequest", request), prescriber };
  }

  /** What waited for other files. */
  finish(): void {
    for (const batch of this.#deferred.batches()) {
      const counted = this.counted.counted(
        batch.flatMap(({ person, requests }) => requests.map((id) => ({ person: person ?? "", id }))),
      );
      let question = 0;
      for (const later of batch) {
        const answers = later.requests.map(() => counted[question++]!);
        this.#late(later, answers.includes(true));
      }
    }
  }

  close(): void {
    this.counted.close();
    this.#deferred.close();
  }

  #late(later: Later, isCounted: boolean): void {
    const tally = this.#intake.tallies[later.file]!;
    const { resource, type, row, fileId, person, fullUrl } = later;
    if (isCounted) return tally.put("dispense-of-counted-request", row, sayId(type, resource));
    const medication = later.medication ?? this.#medicationOf(resource);
    if (medication !== "elsewhere")
      return this.#issue(type, resource, { tally, fileId, row }, medication, { person, fullUrl, counted: null });
    const found = `${sayId(type, resource)}: ${textOf(resource.medicationReference?.reference)}`;
    tally.put("medication-not-found", row, found);
  }

  #issue(
    type: RowType,
    resource: Resource,
    { tally, fileId, row }: Place,
    medication: Concept | null,
    around: Around,
  ): void {
    const refuse = (code: ReasonCode, found: string) => tally.put(code, row, `${sayId(type, resource)}: ${found}`);
    const { person } = around;
    if (person === null) return refuse("person-missing", `subject: ${textOf(resource.subject?.reference) || "none"}`);
    const date = dateOf(type, resource);
    const day: Day | null = dayFromText(date);
    if (day === null) return refuse(date === "" ? "date-missing" : "date-not-valid", date || "no date");
    if (day > this.#intake.latestDay) return refuse("future-dated", date);
    const item = medication === null ? null : this.#memory.itemFor(writtenIn(type, resource, medication));
    if (item === null) return refuse("product-missing", "no text, display or code");
    if (type === "MedicationRequest") this.#countRequest(resource, person, around);
    if (item === UNWATCHED_ITEM) return this.#intake.takeUnwatched(tally, day);
    const { store } = this.#intake;
    const prescriber = store.prescribers.idOf(textOf(resource.requester?.display));
    this.#intake.take(tally, fileId, row, store.people.idOf(person), day, item, kindOf(type, resource), prescriber);
  }

  #countRequest(resource: Resource, person: string, { fullUrl, counted }: Around): void {
    const ids = [textOf(resource.id), referredId({ reference: fullUrl }, "MedicationRequest") ?? ""];
    for (const id of new Set(ids)) {
      if (id === "") continue;
      this.counted.add(person, id);
      counted?.add(id);
    }
  }

  /** "elsewhere" where it points to a Medication that was not met so far; null where nothing is said. */
  #medicationOf(resource: Resource): Concept | null | "elsewhere" {
    const { medicationCodeableConcept: concept, medicationReference: reference } = resource;
    if (isObject(concept)) return concept;
    if (!isObject(reference)) return null;
    const text = textOf(reference.reference);
    if (text.startsWith("#")) {
      const contained = listOf(resource.contained).find((each) => isObject(each) && each["id"] === text.slice(1));
      return (contained as Resource | undefined)?.code ?? "elsewhere";
    }
    const id = referredId(reference, "Medication");
    const display = textOf(reference.display);
    const known = id === null ? undefined : this.#medications.get(id);
    return known ?? (id === null && display !== "" ? { text: display } : "elsewhere");
  }
}

/** The requests that something was handed over for, by their ids. */
const requestsOf = ({ authorizingPrescription }: Resource): readonly string[] =>
  listOf(authorizingPrescription).flatMap(
    (each) => (isObject(each) ? referredId(each, "MedicationRequest") : null) ?? [],
  );

const sayId = (type: RowType, { id }: Resource): string => `${type}/${textOf(id) || "without id"}`;
