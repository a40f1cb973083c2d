import type { Day } from "@concord/core";
import type { ReasonCode } from "../account/reasons.ts";
import type { Tally } from "../account/tally.ts";
import { dayFromBytes, dayFromText, parseBirthYear } from "../csv/dates.ts";
import { decodeBytes } from "../sources/decode-cell.ts";
import { UNWATCHED_ITEM, type Intake } from "../intake.ts";
import { NO_DAY } from "../people/person-table.ts";
import { CountedRequests } from "./counted-requests.ts";
import { Deferred, type Later } from "./deferred.ts";
import { ItemMemory } from "./item-memory.ts";
import { dateOf, isRow, kindOf, whyNotUsed, writtenIn, type RowType } from "./medication-row.ts";
import { referredId } from "./references.ts";
import { RequestMemory, type Meaning } from "./request-memory.ts";
import {
  AUTHORED,
  BundleSkim,
  END,
  FIRST_STRETCH,
  FULL_URL,
  ID,
  PATIENT,
  REQUEST,
  START,
  STRETCHES,
  SUBJECT,
  WIDTH,
} from "./skim-bundle.ts";
import { isObject, listOf, textOf, type Concept, type Entry, type Resource } from "./shapes.ts";

/** Where a resource stands. */
export interface Place {
  readonly tally: Tally;
  readonly fileId: number;
  readonly row: number;
}

/** What a bundle says of the resources in it; null for resources that stand alone. */
interface Around {
  /** Patients by their full URL, which may be any urn. */
  readonly byUrl: Map<string, Resource>;
  /** Requests that are issues, for what was handed over for them; null where the bundle has no such rows. */
  readonly counted: Set<string> | null;
}

/** Reads resources and bundles of any number of files; what points to something not yet met waits until the end. */
export class FhirReader {
  readonly #intake: Intake;
  readonly #memory: ItemMemory;
  readonly #medications = new Map<string, Concept>();
  readonly #counted = new CountedRequests();
  readonly #deferred = new Deferred();
  readonly #skim = new BundleSkim();
  readonly #requests = new RequestMemory();
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

  /** A bundle on one line, skimmed instead of parsed; false where that cannot be done with certainty. */
  skimmedBundle(line: Buffer, place: Place): boolean {
    const skim = this.#skim;
    if (!skim.skim(line)) return false;
    const { places } = skim;
    const patients = new Map<string, Resource>();
    for (let at = 0, end = skim.count * WIDTH; at < end; at += WIDTH)
      if (places[at] === PATIENT) {
        const patient = parsed(line, places[at + START]!, places[at + END]!);
        if (patient === undefined) return false;
        const url = parsed(line, places[at + FULL_URL]!, places[at + FULL_URL + 1]!);
        if (typeof url === "string") patients.set(url, patient as Resource);
        this.#patient(patient as Resource, url);
      }
    const around: Around = { byUrl: patients, counted: null };
    let person: string | null = null;
    let said = -1;
    this.#lastReference = "";
    for (let at = 0, end = skim.count * WIDTH; at < end; at += WIDTH) {
      if (places[at] !== REQUEST) continue;
      if (said === -1 || !isSameStretch(line, places, said, at + SUBJECT)) {
        const reference = parsed(line, places[at + SUBJECT]!, places[at + SUBJECT + 1]!);
        person = isObject(reference) ? this.#personOf({ subject: reference }, around) : null;
        said = at + SUBJECT;
      }
      this.#skimmedRequest(line, at, person, around, place);
    }
    return true;
  }

  #skimmedRequest(line: Buffer, at: number, person: string | null, around: Around, place: Place): void {
    const { places } = this.#skim;
    const { tally, fileId, row } = place;
    const requests = this.#requests;
    const meaning = requests.find(line, places, at) ?? requests.remember(line, places, at, this.#meaningOf(line, at));
    const authored = places[at + AUTHORED]!;
    const day = dayFromBytes(line, authored + 1, authored + 11);
    const after = line[authored + 11];
    const isPlain = typeof day === "number" && (after === 0x54 || after === 0x22) && line[authored + 5] === 0x2d;
    if (meaning.why !== null || person === null || !isPlain || day > this.#intake.latestDay)
      return this.#parsedRequest(line, at, around, place);
    tally.rowsRead++;
    this.#counted.addBytes(person, line, places[at + ID]! + 1, places[at + ID + 1]! - 1);
    if (places[at + FULL_URL + 1] !== 0) this.#countUrl(line, at, person);
    if (meaning.item === UNWATCHED_ITEM) return this.#intake.takeUnwatched(tally, day);
    const who = this.#intake.store.people.idOf(person);
    this.#intake.take(tally, fileId, row, who, day, meaning.item, meaning.kind, meaning.prescriber);
  }

  /** The careful way for one request of a skimmed bundle: it is no issue, or something about it is unusual. */
  #parsedRequest(line: Buffer, at: number, around: Around, place: Place): void {
    const { places } = this.#skim;
    const resource = parsed(line, places[at + START]!, places[at + END]!);
    const url = parsed(line, places[at + FULL_URL]!, places[at + FULL_URL + 1]!);
    if (isObject(resource)) return this.#row("MedicationRequest", resource as Resource, place, around, textOf(url));
    place.tally.rowsRead++;
    const found = decodeBytes(line.subarray(places[at + START], places[at + START]! + 100));
    place.tally.put("json-not-valid", place.row, found);
  }

  /** A bundle may know a request by a urn that is not its id. */
  #countUrl(line: Buffer, at: number, person: string): void {
    const { places } = this.#skim;
    const url = line.toString("latin1", places[at + FULL_URL]! + 1, places[at + FULL_URL + 1]! - 1);
    if (url.endsWith(line.toString("latin1", places[at + ID]! + 1, places[at + ID + 1]! - 1))) return;
    const id = referredId({ reference: url }, "MedicationRequest");
    if (id !== null) this.#counted.add(person, id);
  }

  #meaningOf(line: Buffer, at: number): Meaning {
    const { places } = this.#skim;
    const resource = parsed(line, places[at + START]!, places[at + END]!) as Resource | undefined;
    if (resource === undefined) return { why: { code: "json-not-valid", found: "not valid JSON" } };
    const why = whyNotUsed("MedicationRequest", resource);
    if (why !== null) return { why };
    const concept = resource.medicationCodeableConcept;
    const item = isObject(concept) ? this.#memory.itemFor(writtenIn("MedicationRequest", resource, concept)) : null;
    if (item === null) return { why: { code: "product-missing", found: "no text, display or code" } };
    const prescriber = this.#intake.store.prescribers.idOf(textOf(resource.requester?.display));
    return { why: null, item, kind: kindOf("MedicationRequest", resource), prescriber };
  }

  #bundle(bundle: Resource, place: Place, entriesAreRows: boolean): void {
    const entries = listOf(bundle.entry) as readonly Entry[];
    const byUrl = new Map<string, Resource>();
    this.#lastReference = "";
    let later: number[] | null = null;
    for (let i = 0; i < entries.length; i++) {
      const entry = entries[i]!;
      const type = entry?.resource?.resourceType;
      if (type === "MedicationRequest" || type === undefined) continue;
      if (typeof entry.fullUrl === "string" && (type === "Patient" || type === "Medication"))
        byUrl.set(entry.fullUrl, entry.resource!);
      if (type === "Patient") this.#patient(entry.resource!, entry.fullUrl);
      else if (type === "Medication") this.#medication(entry.resource!, entry.fullUrl);
      else if (isRow(type) || type === "Bundle") (later ??= []).push(i);
    }
    const around: Around = { byUrl, counted: later === null ? null : new Set() };
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
    if (requests.some((id) => around?.counted?.has(id) === true))
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
      around?.counted?.add(each);
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

/** One value out of a line; undefined where nothing stands there or it is not valid JSON. */
const parsed = (line: Buffer, from: number, to: number): unknown => {
  if (from === to) return undefined;
  try {
    return JSON.parse(decodeBytes(line.subarray(from, to)));
  } catch {
    return undefined;
  }
};

/** Two stretches of a line hold the same bytes. */
const isSameStretch = (line: Buffer, places: Int32Array, a: number, b: number): boolean => {
  const from = places[a]!;
  const other = places[b]!;
  const length = places[a + 1]! - from;
  if (places[b + 1]! - other !== length) return false;
  for (let i = 0; i < length; i++) if (line[from + i] !== line[other + i]) return false;
  return true;
};
