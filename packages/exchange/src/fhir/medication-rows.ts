import type { Day } from "@concord/core";
import type { ReasonCode } from "../account/reasons.ts";
import type { Tally } from "../account/tally.ts";
import { dayFromText } from "../csv/dates.ts";
import { UNWATCHED_ITEM, type Intake } from "../intake.ts";
import { CountedRequests, type Counted } from "./counted-requests.ts";
import { Deferred, type Later } from "./deferred.ts";
import { ItemMemory } from "./item-memory.ts";
import { dateOf, kindOf, whyNotUsed, writtenIn, type RowType } from "./medication-row.ts";
import { PrintTable, PRINTS_KEPT } from "./prints.ts";
import { ReadAlready } from "./read-already.ts";
import { referredId } from "./references.ts";
import { stoppedIn } from "./stopped.ts";
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
}

/** What a request means whoever it is for and whenever: an item of a kind by a prescriber, or why it is no issue. */
export type Meaning =
  /** It is an issue, and says for itself when it was stopped. */
  | { readonly why: "stopped" }
  | { readonly why: null; readonly item: number; readonly kind: number; readonly prescriber: number }
  | { readonly why: ReasonCode };

/** Rows of FHIR: what is requested, handed over or stated. What points to something not yet met waits until the end. */
export class MedicationRows {
  readonly #intake: Intake;
  readonly #memory: ItemMemory;
  readonly #medications = new Map<string, Concept>();
  readonly #deferred = new Deferred();
  readonly counted = new CountedRequests();
  readonly readAlready = new ReadAlready();

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
    if (why !== null) {
      if (why.code === "entered-in-error") this.#withdraw(type, resource, around.person);
      if (UNCERTAIN.has(why.code)) this.#noteRefused(why.code, type, resource, place, around.person);
      return tally.put(why.code, row, `${sayId(type, resource)}: ${why.found}`);
    }
    if (!this.readAlready.isNew(type, around.person, textOf(resource.id)))
      return tally.put("read-already", row, sayId(type, resource));
    const medication = this.#medicationOf(resource);
    const requests = type === "MedicationDispense" ? requestsOf(resource) : [];
    if (medication !== "elsewhere" && requests.length === 0)
      return this.#issue(type, resource, place, medication, around, stoppedIn(type, resource));
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
    if (request.status === "stopped") return { why: "stopped" };
    const concept = request.medicationCodeableConcept;
    const item = isObject(concept) ? this.#memory.itemFor(writtenIn("MedicationRequest", request, concept)) : null;
    if (item === null) return { why: "product-missing" };
    const prescriber = this.#intake.store.prescribers.idOf(textOf(request.requester?.display));
    return { why: null, item, kind: kindOf("MedicationRequest", request), prescriber };
  }

  /**
   * What waited for other files: requests first, for what was handed over for one of them must find it counted. Yields
   * after each row.
   */
  *finish(): Generator<void> {
    for (const batch of this.#deferred.batches(true))
      for (const later of batch) {
        this.#late(later, null);
        yield;
      }
    if (this.readAlready.isFull)
      this.#intake.remarks.push(
        `of the FHIR resources only the first ${PRINTS_KEPT} are remembered: one that is read twice beyond them counts twice.`,
      );
    const first = this.#firstHandedOver();
    for (const batch of this.#deferred.batches(false)) {
      const counted = this.#countedFor(batch);
      for (const [at, later] of batch.entries()) {
        this.#handedOver(later, counted[at]!, first);
        yield;
      }
    }
  }

  #handedOver(later: Later, request: Counted | null, first: PrintTable): void {
    const day = this.#dayOf(later);
    if (request === null) this.#late(later, null);
    else if (day !== null && first.get(request.print) === day) {
      // The order's own supply; another of the same day is a further one.
      first.set(request.print, TAKEN);
      this.#intake.startParsed(later.resource);
      this.#tallyOf(later).put("dispense-of-counted-request", later.row, sayId(later.type, later.resource));
    } else this.#late(later, request);
  }

  /** The day on which each counted request was first handed over. */
  #firstHandedOver(): PrintTable {
    const first = new PrintTable(PRINTS_KEPT);
    for (const batch of this.#deferred.batches(false)) {
      const counted = this.#countedFor(batch);
      batch.forEach((later, at) => {
        const request = counted[at]!;
        const day = this.#dayOf(later);
        if (request !== null && day !== null && day < (first.get(request.print) ?? Infinity))
          first.set(request.print, day);
      });
    }
    return first;
  }

  /** For each that waited, the first of its requests that was counted. */
  #countedFor(batch: readonly Later[]): readonly (Counted | null)[] {
    const answers = this.counted.counted(
      batch.flatMap(({ person, requests }) => requests.map((id) => ({ person: person ?? "", id }))),
    );
    let question = 0;
    return batch.map(({ requests }) => requests.map(() => answers[question++]!).find((each) => each !== null) ?? null);
  }

  #dayOf({ type, resource }: Later): Day | null {
    const day = dayFromText(dateOf(type, resource));
    return day === null || day > this.#intake.latestDay ? null : day;
  }

  #tallyOf({ file }: Later): Tally {
    return this.#intake.tallies[file]!;
  }

  /** A copy that was counted is entered in error after all: where it can be told which issue it made, that one goes. */
  #withdraw(type: RowType, resource: Resource, person: string | null): void {
    if (person === null || !this.readAlready.isWithdrawn(type, person, textOf(resource.id))) return;
    const medication = this.#medicationOf(resource);
    const day = dayFromText(dateOf(type, resource));
    if (medication === null || medication === "elsewhere" || day === null) return;
    const item = this.#memory.itemFor(writtenIn(type, resource, medication));
    if (item !== null && item !== UNWATCHED_ITEM) this.#intake.withdraw(person, day, item);
  }

  close(): void {
    this.counted.close();
    this.#deferred.close();
  }

  /** A further supply of a request takes the directions of that request where it has none of its own. */
  #late(later: Later, request: Counted | null): void {
    const { type, row, fileId, person, fullUrl } = later;
    this.#intake.startParsed(later.resource);
    const tally = this.#tallyOf(later);
    const medication = later.medication ?? this.#medicationOf(later.resource);
    if (medication === "elsewhere") {
      const found = `${sayId(type, later.resource)}: ${textOf(later.resource.medicationReference?.reference)}`;
      return tally.put("medication-not-found", row, found);
    }
    const resource = request === null ? later.resource : this.#withDirections(later.resource, request.item);
    const stopped = request?.stopped ?? stoppedIn(type, resource);
    this.#issue(type, resource, { tally, fileId, row }, medication, { person, fullUrl }, stopped);
  }

  #withDirections(resource: Resource, item: number): Resource {
    if (listOf(resource.dosageInstruction).length > 0 || item === UNWATCHED_ITEM) return resource;
    const { directions } = this.#intake.items.reading(item).item;
    return directions.kind === "fhir-dosage" ? { ...resource, dosageInstruction: directions.dosage } : resource;
  }

  #issue(
    type: RowType,
    resource: Resource,
    { tally, fileId, row }: Place,
    medication: Concept | null,
    around: Around,
    stopped: number,
  ): void {
    const refuse = (code: ReasonCode, found: string) => tally.put(code, row, `${sayId(type, resource)}: ${found}`);
    const { person } = around;
    if (person === null) return refuse("person-missing", `subject: ${textOf(resource.subject?.reference) || "none"}`);
    const date = dateOf(type, resource);
    const day: Day | null = dayFromText(date);
    if (day === null) {
      const code = date === "" ? "date-missing" : "date-not-valid";
      this.#noteRefused(code, type, resource, { tally, fileId, row }, person);
      return refuse(code, date || "no date");
    }
    if (day > this.#intake.latestDay) return refuse("future-dated", date);
    const item = medication === null ? null : this.#memory.itemFor(writtenIn(type, resource, medication));
    if (item === null) return refuse("product-missing", "no text, display or code");
    if (type === "MedicationRequest") this.#countRequest(resource, person, around, item, stopped);
    if (item === UNWATCHED_ITEM) return this.#intake.takeUnwatched(tally, day);
    const { store } = this.#intake;
    const prescriber = store.prescribers.idOf(textOf(resource.requester?.display));
    const who = store.people.idOf(person);
    this.#intake.take(tally, fileId, row, who, day, item, kindOf(type, resource), prescriber, stopped);
  }

  /** What can still be read of a refused resource: whose it is, and of which product. */
  #noteRefused(
    code: ReasonCode,
    type: RowType,
    resource: Resource,
    { tally, row }: Place,
    person: string | null,
  ): void {
    const medication = this.#medicationOf(resource);
    if (person === null || medication === null || medication === "elsewhere") return;
    const item = this.#memory.itemFor(writtenIn(type, resource, medication));
    const day = dayFromText(dateOf(type, resource));
    if (item !== null) this.#intake.noteRefused(tally, row, code, person, day, item);
  }

  #countRequest(resource: Resource, person: string, { fullUrl }: Around, item: number, stopped: number): void {
    const ids = [textOf(resource.id), referredId({ reference: fullUrl }, "MedicationRequest") ?? ""];
    for (const id of new Set(ids)) if (id !== "") this.counted.add(person, id, item, stopped);
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

/** What such a resource means cannot be told; it may be an issue. */
const UNCERTAIN: ReadonlySet<ReasonCode> = new Set([
  "status-not-valid",
  "intent-not-valid",
  "flag-not-valid",
  "modifier-extension",
  "status-not-known",
]);

/** No day at all: the order's own supply is found. */
const TAKEN = -1e9;

/** The requests that something was handed over for, by their ids. */
const requestsOf = ({ authorizingPrescription }: Resource): readonly string[] =>
  listOf(authorizingPrescription).flatMap(
    (each) => (isObject(each) ? referredId(each, "MedicationRequest") : null) ?? [],
  );

const sayId = (type: RowType, { id }: Resource): string => `${type}/${textOf(id) || "without id"}`;
