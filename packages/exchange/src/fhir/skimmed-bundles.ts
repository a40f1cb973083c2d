import { dayFromBytes } from "../csv/dates.ts";
import { UNWATCHED_ITEM, type Intake } from "../intake.ts";
import { NO_DAY } from "../people/person-table.ts";
import { decodeBytes } from "../sources/decode-cell.ts";
import type { MedicationRows, Meaning, Place } from "./medication-rows.ts";
import { describePatient, personOf } from "./patients.ts";
import { referredId } from "./references.ts";
import { RequestMemory } from "./request-memory.ts";
import { isObject, textOf, type Resource } from "./shapes.ts";
import {
  AUTHORED,
  BundleSkim,
  END,
  FULL_URL,
  ID,
  PATIENT,
  REQUEST,
  START,
  STRETCHES,
  SUBJECT,
  TEMPLATE,
  WIDTH,
} from "./skim-bundle.ts";

/** Takes the rows of bundles on one line from what a skim found in them; what is unusual is parsed after all. */
export class SkimmedBundles {
  readonly #intake: Intake;
  readonly #rows: MedicationRows;
  readonly #skim = new BundleSkim();
  readonly #requests = new RequestMemory();
  #ofTemplates: Meaning[] = [];
  #templatesForgotten = 0;

  constructor(intake: Intake, rows: MedicationRows) {
    this.#intake = intake;
    this.#rows = rows;
  }

  /** False where the line cannot be skimmed with certainty; nothing is then taken from it. */
  take(line: Buffer, place: Place): boolean {
    const skim = this.#skim;
    if (!skim.skim(line)) return false;
    if (skim.templatesForgotten !== this.#templatesForgotten) {
      this.#ofTemplates = [];
      this.#templatesForgotten = skim.templatesForgotten;
    }
    const patients = this.#patients(line);
    if (patients === null) return false;
    const { places } = skim;
    let person: string | null = null;
    let said = -1;
    for (let at = 0, end = skim.count * WIDTH; at < end; at += WIDTH) {
      if (places[at] !== REQUEST) continue;
      if (said === -1 || !isSameStretch(line, places, said, at + SUBJECT)) {
        const subject = parsed(line, places[at + SUBJECT]!, places[at + SUBJECT + 1]!);
        person = isObject(subject) ? personOf(subject, patients) : null;
        said = at + SUBJECT;
      }
      this.#intake.startStretch(line, places[at + START]!, places[at + END]!);
      this.#request(line, at, person, place);
    }
    return true;
  }

  /** Patients by their full URL; null where one of them is not valid JSON. */
  #patients(line: Buffer): ReadonlyMap<string, Resource> | null {
    const { places, count } = this.#skim;
    const found: { readonly patient: Resource; readonly url: unknown }[] = [];
    for (let at = 0; at < count * WIDTH; at += WIDTH) {
      if (places[at] !== PATIENT) continue;
      const patient = parsed(line, places[at + START]!, places[at + END]!);
      if (!isObject(patient)) return null;
      found.push({ patient, url: parsed(line, places[at + FULL_URL]!, places[at + FULL_URL + 1]!) });
    }
    for (const { patient, url } of found) describePatient(this.#intake.store, patient, url);
    return new Map(found.flatMap(({ patient, url }) => (typeof url === "string" ? [[url, patient]] : [])));
  }

  #request(line: Buffer, at: number, person: string | null, place: Place): void {
    const { places } = this.#skim;
    const { tally, fileId, row } = place;
    const meaning = this.#meaning(line, at);
    const authored = places[at + AUTHORED]!;
    const day = dayFromBytes(line, authored + 1, authored + 11);
    const after = line[authored + 11];
    const isPlain = typeof day === "number" && (after === 0x54 || after === 0x22) && line[authored + 5] === 0x2d;
    if (meaning === null || meaning.why !== null || person === null || !isPlain || day > this.#intake.latestDay)
      return this.#parsedRequest(line, at, person, place);
    const idFrom = places[at + ID]! + 1;
    const idTo = places[at + ID + 1]! - 1;
    const hasId = places[at + ID + 1] !== 0;
    if (hasId && (line[idFrom - 1] !== 0x22 || !isPlainText(line, idFrom, idTo)))
      return this.#parsedRequest(line, at, person, place);
    tally.rowsRead++;
    if (idTo > idFrom) {
      const print = this.#rows.counted.addBytes(person, line, idFrom, idTo, meaning.item);
      if (!this.#rows.readAlready.isNewPrint(print))
        return tally.put("read-already", row, `MedicationRequest/${line.toString("latin1", idFrom, idTo)}`);
    }
    if (places[at + FULL_URL + 1] !== 0) this.#countUrl(line, at, person, meaning.item);
    if (meaning.item === UNWATCHED_ITEM) return this.#intake.takeUnwatched(tally, day);
    const who = this.#intake.store.people.idOf(person);
    this.#intake.take(tally, fileId, row, who, day, meaning.item, meaning.kind, meaning.prescriber);
  }

  /** By its template, by its decisive members, or read now; null where it is not valid JSON. */
  #meaning(line: Buffer, at: number): Meaning | null {
    const { places } = this.#skim;
    const template = places[at + TEMPLATE]!;
    const known =
      this.#ofTemplates[template] ?? (isByMember(places, at) ? this.#requests.find(line, places, at) : undefined);
    if (known !== undefined) {
      if (template !== 0) this.#ofTemplates[template] = known;
      return known;
    }
    const request = parsed(line, places[at + START]!, places[at + END]!);
    if (!isObject(request)) return null;
    const meaning = this.#rows.meaningOf(request);
    if (isByMember(places, at)) this.#requests.remember(line, places, at, meaning);
    if (template !== 0) this.#ofTemplates[template] = meaning;
    return meaning;
  }

  /** The careful way: it is no issue, or something about it is unusual. */
  #parsedRequest(line: Buffer, at: number, person: string | null, place: Place): void {
    const { places } = this.#skim;
    const resource = parsed(line, places[at + START]!, places[at + END]!);
    const fullUrl = textOf(parsed(line, places[at + FULL_URL]!, places[at + FULL_URL + 1]!));
    if (isObject(resource)) return this.#rows.row("MedicationRequest", resource, place, { person, fullUrl });
    place.tally.rowsRead++;
    const found = decodeBytes(line.subarray(places[at + START], places[at + START]! + 100));
    place.tally.put("json-not-valid", place.row, found);
  }

  /** A bundle may know a request by a urn that is not its id. */
  #countUrl(line: Buffer, at: number, person: string, item: number): void {
    const { places } = this.#skim;
    const url = textOf(parsed(line, places[at + FULL_URL]!, places[at + FULL_URL + 1]!));
    if (url.endsWith(line.toString("latin1", places[at + ID]! + 1, places[at + ID + 1]! - 1))) return;
    const id = referredId({ reference: url }, "MedicationRequest");
    if (id !== null) this.#rows.counted.add(person, id, item, NO_DAY);
  }
}

/** Members were looked at one by one: those that decide are known. Of one that is like a template they are not. */
const isByMember = (places: Int32Array, at: number): boolean => places[at + STRETCHES]! > 0;

/** Letters that are themselves, none to be read in another way. */
const isPlainText = (line: Buffer, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) {
    const byte = line[at]!;
    if (byte <= 0x20 || byte >= 0x7f || byte === 0x5c) return false;
  }
  return true;
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

/** One value out of a line; undefined where nothing stands there or it is not valid JSON. */
const parsed = (line: Buffer, from: number, to: number): unknown => {
  if (from === to) return undefined;
  try {
    return JSON.parse(decodeBytes(line.subarray(from, to)));
  } catch {
    return undefined;
  }
};
