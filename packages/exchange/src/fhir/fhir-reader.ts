import type { Day } from "@concord/core";
import type { ReasonCode } from "../account/reasons.ts";
import type { Tally } from "../account/tally.ts";
import { dayFromText, parseBirthYear } from "../csv/dates.ts";
import { UNWATCHED_ITEM, type Intake } from "../intake.ts";
import { NO_DAY } from "../people/person-table.ts";
import { CountedRequests } from "./counted-requests.ts";
import { Deferred, type Later } from "./deferred.ts";
import { ItemMemory } from "./item-memory.ts";
import { dateOf, isRow, kindOf, whyNotUsed, writtenIn, type RowType } from "./medication-row.ts";
import { referredId } from "./references.ts";
import { isObject, listOf, textOf, type Concept, type Entry, type Resource } from "./shapes.ts";

/** Where a resource stands. */
export interface Place {
  readonly tally: Tally;
  readonly fileId: number;
  readonly row: number;
}

/** What a bundle says of the resources in it; null for resources that stand alone. */
interface Around {
  readonly entries: readonly Entry[];
  /** Its one Patient, whose full URL may be any urn. */
  readonly byUrl: Map<string, Resource>;
  readonly counted: Set<string>;
}

/** Reads resources and bundles of any number of files; what points to something not yet met waits until the end. */
export class FhirReader {
  readonly #intake: Intake;
  readonly #memory: ItemMemory;
  readonly #medications = new Map<string, Concept>();
  readonly #counted = new CountedRequests();
  readonly #deferred = new Deferred();
  #lastReference = "";
  #lastPerson: string | null = null;

  constructor(intake: Intake) {
    this.#intake = intake;
    this.#memory = new ItemMemory(intake.items);
  }

  /** One line or one document: a resource, or a bundle with its entries counted from 1 where it is the whole file. */
  document(value: unknown, place: Place, entriesAreRows: boolean): void {
    if (!isObject(value) || typeof value["resourceType"] !== "string") {
      place.tally.rowsRead++;
      place.tally.put("not-a-resource", place.row, isObject(value) ? "no resourceType" : "no JSON object");
      return;
    }
    const resource = value as Resource;
    if (resource.resourceType === "Bundle") this.#bundle(resource, place, entriesAreRows);
    else this.#resource(resource, place, null);
  }

  /** What waited for other files. */
  finish(): void {
    for (const batch of this.#deferred.batches()) {
      const counted = this.#counted.counted(
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
    this.#counted.close();
    this.#deferred.close();
  }

  #bundle(bundle: Resource, place: Place, entriesAreRows: boolean): void {
    const entries = listOf(bundle.entry) as readonly Entry[];
    const around: Around = { entries, byUrl: new Map(), counted: new Set() };
    this.#lastReference = "";
    let later: number[] | null = null;
    for (let i = 0; i < entries.length; i++) {
      const entry = entries[i]!;
      const type = entry?.resource?.resourceType;
      if (type === "MedicationRequest" || type === undefined) continue;
      if (typeof entry.fullUrl === "string" && (type === "Patient" || type === "Medication"))
        around.byUrl.set(entry.fullUrl, entry.resource!);
      if (type === "Patient") this.#patient(entry.resource!, entry.fullUrl);
      else if (type === "Medication") this.#medication(entry.resource!, entry.fullUrl);
      else if (isRow(type) || type === "Bundle") (later ??= []).push(i);
    }
    const history = bundle.type === "history";
    for (let i = 0; i < entries.length; i++) {
      const resource = entries[i]?.resource;
      if (resource?.resourceType !== "MedicationRequest") continue;
      const at = entriesAreRows ? { ...place, row: i + 1 } : place;
      if (history) this.#versionOnly(resource, at);
      else this.#row("MedicationRequest", resource, at, around, textOf(entries[i]!.fullUrl));
    }
    for (const i of later ?? []) {
      const { resource } = entries[i]!;
      const at = entriesAreRows ? { ...place, row: i + 1 } : place;
      if (resource!.resourceType === "Bundle") this.#bundle(resource!, at, false);
      else if (history) this.#versionOnly(resource!, at);
      else this.#row(resource!.resourceType as RowType, resource!, at, around, "");
    }
  }

  /** A history holds each version of a resource: counting them would count one issue many times. */
  #versionOnly(resource: Resource, { tally, row }: Place): void {
    tally.rowsRead++;
    tally.put("history", row, `${String(resource.resourceType)}/${textOf(resource.id)} in a history bundle`);
  }

  #resource(resource: Resource, place: Place, around: Around | null): void {
    const type = resource.resourceType;
    if (type === "Patient") this.#patient(resource, undefined);
    else if (type === "Medication") this.#medication(resource, undefined);
    else if (isRow(type)) this.#row(type, resource, place, around, "");
  }

  #patient(patient: Resource, fullUrl: unknown): void {
    const id = textOf(patient.id) || referredId({ reference: fullUrl }, "Patient");
    if (id === null || id === "") return;
    const { people, sexes } = this.#intake.store;
    const birth = parseBirthYear(textOf(patient.birthDate).slice(0, 4)) ?? 0;
    const sex = textOf(patient.gender) === "unknown" ? "" : textOf(patient.gender);
    people.describe(people.idOf(id), birth, sexes.idOf(sex), NO_DAY);
  }

  #medication(medication: Resource, fullUrl: unknown): void {
    const concept = medication.code;
    if (!isObject(concept)) return;
    for (const id of [textOf(medication.id), referredId({ reference: fullUrl }, "Medication")])
      if (id !== null && id !== "") this.#medications.set(id, concept);
  }

  #row(type: RowType, resource: Resource, place: Place, around: Around | null, fullUrl: string): void {
    const { tally, row } = place;
    tally.rowsRead++;
    const why = whyNotUsed(type, resource);
    if (why !== null) return tally.put(why.code, row, `${sayId(type, resource)}: ${why.found}`);
    const person = this.#personOf(resource, around);
    const medication = this.#medicationOf(resource);
    const requests =
      type === "MedicationDispense"
        ? listOf(resource.authorizingPrescription).flatMap(
            (each) => (isObject(each) ? referredId(each, "MedicationRequest") : null) ?? [],
          )
        : [];
    if (requests.some((id) => around?.counted.has(id) === true))
      return tally.put("dispense-of-counted-request", row, sayId(type, resource));
    if (medication === "elsewhere" || requests.length > 0)
      this.#deferred.add({
        file: this.#intake.tallies.indexOf(tally),
        fileId: place.fileId,
        row,
        type,
        person,
        medication: medication === "elsewhere" ? null : medication,
        requests,
        resource,
        fullUrl,
      });
    else this.#issue(type, resource, place, person, medication, around, fullUrl);
  }

  #late(later: Later, counted: boolean): void {
    const tally = this.#intake.tallies[later.file]!;
    const { resource, type, row } = later;
    if (counted) return tally.put("dispense-of-counted-request", row, sayId(type, resource));
    const medication = later.medication ?? this.#medicationOf(resource);
    if (medication === "elsewhere") {
      const found = `${sayId(type, resource)}: ${textOf(resource.medicationReference?.reference)}`;
      return tally.put("medication-not-found", row, found);
    }
    const place = { tally, fileId: later.fileId, row };
    this.#issue(type, resource, place, later.person, medication, null, later.fullUrl);
  }

  #issue(
    type: RowType,
    resource: Resource,
    { tally, fileId, row }: Place,
    person: string | null,
    medication: Concept | null,
    around: Around | null,
    fullUrl: string,
  ): void {
    const refuse = (code: ReasonCode, found: string) => tally.put(code, row, `${sayId(type, resource)}: ${found}`);
    if (person === null) return refuse("person-missing", `subject: ${textOf(resource.subject?.reference) || "none"}`);
    const date = dateOf(type, resource);
    const day: Day | null = dayFromText(date);
    if (day === null) return refuse(date === "" ? "date-missing" : "date-not-valid", date || "no date");
    if (day > this.#intake.latestDay) return refuse("future-dated", date);
    const item = medication === null ? null : this.#memory.itemFor(writtenIn(type, resource, medication));
    if (item === null) return refuse("product-missing", "no text, display or code");
    if (type === "MedicationRequest") this.#countRequest(resource, person, around, fullUrl);
    if (item === UNWATCHED_ITEM) return this.#intake.takeUnwatched(tally, day);
    const { store } = this.#intake;
    const prescriber = store.prescribers.idOf(textOf(resource.requester?.display));
    this.#intake.take(tally, fileId, row, store.people.idOf(person), day, item, kindOf(type, resource), prescriber);
  }

  #countRequest(resource: Resource, person: string, around: Around | null, fullUrl: string): void {
    const id = textOf(resource.id);
    const url = fullUrl === "" ? null : referredId({ reference: fullUrl }, "MedicationRequest");
    for (const each of url === null || url === id ? [id] : [id, url]) {
      if (each === "") continue;
      this.#counted.add(person, each);
      around?.counted.add(each);
    }
  }

  /** The Patient's id: the one that other files know the person by. */
  #personOf(resource: Resource, around: Around | null): string | null {
    const reference = textOf(resource.subject?.reference);
    if (reference === this.#lastReference && around !== null) return this.#lastPerson;
    const patient = around?.byUrl.get(reference);
    const person = textOf(patient?.id) || referredId(resource.subject, "Patient");
    this.#lastReference = reference;
    this.#lastPerson = person;
    return person;
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

const sayId = (type: RowType, { id }: Resource): string => `${type}/${textOf(id) || "without id"}`;
