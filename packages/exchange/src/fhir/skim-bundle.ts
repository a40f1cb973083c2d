import { RequestTemplates } from "./request-templates.ts";
import { pastSpace, pastString, pastValue } from "./skim-json.ts";

const OTHER = 0;
export const PATIENT = 1;
export const REQUEST = 2;
/** Needs the careful way: what is handed over, statements, Medications by reference, bundles in bundles. */
const CAREFUL = 3;

/** Numbers held of each resource: its type first, then places in the line, 0 to 0 where there is none. */
export const START = 1;
export const END = 2;
export const ID = 3;
export const SUBJECT = 5;
export const AUTHORED = 7;
export const FULL_URL = 9;
export const STRETCHES = 11;
/** The template that a request is like, from 1; 0 where it is like none. */
export const TEMPLATE = 12;
export const FIRST_STRETCH = 13;
const MOST_STRETCHES = 8;
export const WIDTH = FIRST_STRETCH + MOST_STRETCHES * 2;

const ascii = (text: string): Uint8Array => Buffer.from(text, "latin1");

/** How JSON writes a character as its number: a name or a value then has more than one spelling. */
const NUMBERED_CHARACTER = ascii("\\u");

/** Members of a request that decide what it means: the same bytes mean the same item, kind and prescriber. */
const DECISIVE = -1;
const OF_TYPE = -2;
const TO_READ_CAREFULLY = -3;

const MEMBERS: readonly (readonly [string, number])[] = [
  ["resourceType", OF_TYPE],
  ["id", ID],
  ["subject", SUBJECT],
  ["authoredOn", AUTHORED],
  ["status", DECISIVE],
  ["intent", DECISIVE],
  ["doNotPerform", DECISIVE],
  ["medicationCodeableConcept", DECISIVE],
  ["medicationReference", TO_READ_CAREFULLY],
  ["dosageInstruction", DECISIVE],
  ["dispenseRequest", DECISIVE],
  ["courseOfTherapyType", DECISIVE],
  ["reportedBoolean", DECISIVE],
  ["reportedReference", DECISIVE],
  ["requester", DECISIVE],
  ["modifierExtension", DECISIVE],
];

interface Name {
  readonly bytes: Uint8Array;
  readonly meaning: number;
}

const byLength = (names: readonly (readonly [string, number])[]): readonly (readonly Name[])[] => {
  const table: Name[][] = Array.from({ length: 32 }, () => []);
  for (const [name, meaning] of names) table[name.length]!.push({ bytes: ascii(name), meaning });
  return table;
};

const MEMBER_NAMES = byLength(MEMBERS);
const TYPE_NAMES = byLength([
  ["Patient", PATIENT],
  ["MedicationRequest", REQUEST],
  ["MedicationDispense", CAREFUL],
  ["MedicationStatement", CAREFUL],
  ["Medication", CAREFUL],
  ["Bundle", CAREFUL],
]);

const NONE: readonly Name[] = [];

const meaningOf = (table: readonly (readonly Name[])[], bytes: Buffer, from: number, to: number): number => {
  const names = table[to - from] ?? NONE;
  next: for (let i = 0; i < names.length; i++) {
    const { bytes: name, meaning } = names[i]!;
    for (let at = 0; at < name.length; at++) if (name[at] !== bytes[from + at]) continue next;
    return meaning;
  }
  return OTHER;
};

const isText = (bytes: Buffer, from: number, to: number, text: Uint8Array): boolean => {
  if (to - from !== text.length) return false;
  for (let at = 0; at < text.length; at++) if (bytes[from + at] !== text[at]) return false;
  return true;
};

const RESOURCE_TYPE = ascii('"resourceType"');
const BUNDLE = ascii('"Bundle"');
const BUNDLE_TYPE = ascii('"type"');
const ENTRY = ascii('"entry"');
const HISTORY = ascii('"history"');
const RESOURCE = ascii('"resource"');
const FULL_URL_NAME = ascii('"fullUrl"');

/**
 * Finds the resources of a bundle on one line without parsing it: where each stands, and of requests the few members
 * that a row needs. Parsing every member of every resource would take longer than everything else together.
 * `skim` says false for whatever it is not sure of; the line is then parsed as a whole.
 */
export class BundleSkim {
  places = new Int32Array(WIDTH * 64);
  count = 0;
  /** How often templates were forgotten: numbers of before mean nothing after. */
  templatesForgotten = 0;
  readonly #templates = new RequestTemplates();
  #at = 0;

  skim(bytes: Buffer): boolean {
    this.count = 0;
    if (this.#templates.forgotAll()) this.templatesForgotten++;
    let at = pastSpace(bytes, 0);
    if (bytes[at] !== 0x7b || bytes.indexOf(NUMBERED_CHARACTER) !== -1) return false;
    let isBundle = false;
    let isTyped = false;
    let isDone = false;
    for (at = pastSpace(bytes, at + 1); ;) {
      const name = at;
      const value = this.#value(bytes, at);
      if (value === -1) return false;
      const nameEnd = this.#at;
      let end: number;
      if (isText(bytes, name, nameEnd, ENTRY)) {
        if (!isBundle || !isTyped || isDone) return false;
        isDone = true;
        end = this.#entries(bytes, value);
      } else end = pastValue(bytes, value);
      if (end === -1) return false;
      if (isText(bytes, name, nameEnd, RESOURCE_TYPE)) isBundle = isText(bytes, value, end, BUNDLE);
      else if (isText(bytes, name, nameEnd, BUNDLE_TYPE)) {
        if (isText(bytes, value, end, HISTORY)) return false;
        isTyped = true;
      }
      at = pastSpace(bytes, end);
      if (bytes[at] === 0x7d) return isDone && pastSpace(bytes, at + 1) >= bytes.length;
      if (bytes[at] !== 0x2c) return false;
      at = pastSpace(bytes, at + 1);
    }
  }

  /** Where the value of the member named at `at` starts; `#at` is then where the name ends. -1 where there is none. */
  #value(bytes: Buffer, at: number): number {
    if (bytes[at] !== 0x22) return -1;
    const end = pastString(bytes, at);
    if (end === -1) return -1;
    this.#at = end;
    const colon = pastSpace(bytes, end);
    return bytes[colon] === 0x3a ? pastSpace(bytes, colon + 1) : -1;
  }

  #entries(bytes: Buffer, from: number): number {
    if (bytes[from] !== 0x5b) return -1;
    let at = pastSpace(bytes, from + 1);
    if (bytes[at] === 0x5d) return at + 1;
    for (;;) {
      at = this.#entry(bytes, at);
      if (at === -1) return -1;
      at = pastSpace(bytes, at);
      if (bytes[at] === 0x5d) return at + 1;
      if (bytes[at] !== 0x2c) return -1;
      at = pastSpace(bytes, at + 1);
    }
  }

  #entry(bytes: Buffer, from: number): number {
    if (bytes[from] !== 0x7b) return -1;
    let urlStart = 0;
    let urlEnd = 0;
    let hasResource = false;
    for (let at = pastSpace(bytes, from + 1); ;) {
      const value = this.#value(bytes, at);
      if (value === -1) return -1;
      const nameEnd = this.#at;
      let end: number;
      if (isText(bytes, at, nameEnd, RESOURCE)) {
        if (hasResource) return -1;
        hasResource = true;
        end = this.#resource(bytes, value);
      } else end = pastValue(bytes, value);
      if (end === -1) return -1;
      if (isText(bytes, at, nameEnd, FULL_URL_NAME)) {
        urlStart = value;
        urlEnd = end;
      }
      at = pastSpace(bytes, end);
      if (bytes[at] === 0x7d) {
        if (hasResource) {
          const place = (this.count - 1) * WIDTH + FULL_URL;
          this.places[place] = urlStart;
          this.places[place + 1] = urlEnd;
        }
        return at + 1;
      }
      if (bytes[at] !== 0x2c) return -1;
      at = pastSpace(bytes, at + 1);
    }
  }

  #resource(bytes: Buffer, from: number): number {
    if (bytes[from] !== 0x7b) return -1;
    const place = this.#nextPlace();
    const { places } = this;
    const likeOneBefore = this.#templates.match(bytes, from, places, place, TEMPLATE);
    if (likeOneBefore !== -1) {
      places[place] = REQUEST;
      places[place + START] = from;
      places[place + END] = likeOneBefore;
      return likeOneBefore;
    }
    this.places.fill(0, place, place + FIRST_STRETCH);
    return this.#resourceByMember(bytes, from, place);
  }

  #resourceByMember(bytes: Buffer, from: number, place: number): number {
    const { places } = this;
    let type = OTHER;
    let stretches = 0;
    let goesOn = false;
    let careful = false;
    for (let at = pastSpace(bytes, from + 1); ;) {
      const value = this.#value(bytes, at);
      if (value === -1) return -1;
      const meaning = meaningOf(MEMBER_NAMES, bytes, at + 1, this.#at - 1);
      const end = pastValue(bytes, value);
      if (end === -1) return -1;
      if (meaning === DECISIVE) {
        if (!goesOn) {
          if (stretches === MOST_STRETCHES) return -1;
          places[place + FIRST_STRETCH + stretches * 2] = at;
          stretches++;
        }
        places[place + FIRST_STRETCH + stretches * 2 - 1] = end;
      } else if (meaning === OF_TYPE) type = meaningOf(TYPE_NAMES, bytes, value + 1, end - 1);
      else if (meaning === TO_READ_CAREFULLY) careful = true;
      else if (meaning !== OTHER) {
        places[place + meaning] = value;
        places[place + meaning + 1] = end;
      }
      goesOn = meaning === DECISIVE;
      at = pastSpace(bytes, end);
      if (bytes[at] === 0x7d) {
        if (type === CAREFUL || (careful && type === REQUEST)) return -1;
        places[place] = type;
        places[place + START] = from;
        places[place + END] = at + 1;
        places[place + STRETCHES] = stretches;
        if (type === REQUEST) places[place + TEMPLATE] = this.#learn(bytes, from, at + 1, place);
        return at + 1;
      }
      if (bytes[at] !== 0x2c) return -1;
      at = pastSpace(bytes, at + 1);
    }
  }

  #learn(bytes: Buffer, from: number, to: number, place: number): number {
    const gaps = [ID, SUBJECT, AUTHORED]
      .map((slot) => ({ slot, start: this.places[place + slot]!, end: this.places[place + slot + 1]! }))
      .filter(({ end }) => end !== 0);
    return this.#templates.learn(bytes, from, to, gaps);
  }

  #nextPlace(): number {
    const place = this.count++ * WIDTH;
    if (place === this.places.length) {
      const wider = new Int32Array(this.places.length * 2);
      wider.set(this.places);
      this.places = wider;
    }
    this.places.fill(0, place, place + FIRST_STRETCH);
    return place;
  }
}
