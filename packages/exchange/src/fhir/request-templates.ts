import { pastValue } from "./skim-json.ts";

/** Distinct requests held before all are forgotten and learnt anew: keeps memory bounded. */
const KEPT = 20_000;
/** Segments with one hint that are still tried one after another. */
const MOST_ALIKE = 64;
const SAMPLES = 16;
/** Segments of one place differ in length; the hint looks only at what the shortest of them is sure to have. */
const LEFT_OUT_OF_HINT = 96;
const SHORTEST_HINT = 16;
const LONGEST_HINT = 512;

/** Where a value that differs from request to request stands: its place in the skim, start and end of it in the line. */
export interface Gap {
  readonly slot: number;
  readonly start: number;
  readonly end: number;
}

interface Segment {
  readonly bytes: Buffer;
  /** The slot of the value that follows; 0 where the request ends here. */
  readonly slot: number;
  readonly next: Segments;
  readonly template: number;
}

/** What has been seen to follow one place of a request. */
class Segments {
  readonly #alike = new Map<number, Segment[]>();
  #hintLength = 0;
  /** The one segment, where there is no other: most places of a request are followed by the same bytes always. */
  #only: Segment | null = null;

  find(bytes: Buffer, at: number): Segment | null {
    if (this.#only !== null) return isWhole(this.#only.bytes, bytes, at) ? this.#only : null;
    if (at + this.#hintLength > bytes.length) return null;
    const alike = this.#alike.get(hintOf(bytes, at, this.#hintLength));
    if (alike === undefined) return null;
    for (let i = 0; i < alike.length; i++) if (isSame(alike[i]!.bytes, bytes, at)) return alike[i]!;
    return null;
  }

  /** Null where there is no room for another. */
  add(segment: Segment): Segment | null {
    const { length } = segment.bytes;
    this.#only = this.#alike.size === 0 ? segment : null;
    if (this.#alike.size === 0)
      this.#hintLength = Math.min(LONGEST_HINT, Math.max(SHORTEST_HINT, length - LEFT_OUT_OF_HINT), length);
    if (length < this.#hintLength) return null;
    const hint = hintOf(segment.bytes, 0, this.#hintLength);
    const alike = this.#alike.get(hint);
    if (alike === undefined) this.#alike.set(hint, [segment]);
    else if (alike.length < MOST_ALIKE) alike.push(segment);
    else return null;
    return segment;
  }
}

const hintOf = (bytes: Buffer, from: number, length: number): number => {
  const stride = ((length / SAMPLES) | 0) + 1;
  let hint = 0;
  for (let at = from + length - 1; at >= from; at -= stride) hint = (Math.imul(hint, 31) + bytes[at]!) | 0;
  return hint;
};

/** So few bytes are compared here sooner than the engine's own comparison is called. */
const FEW = 40;

const isWhole = (known: Buffer, bytes: Buffer, at: number): boolean => {
  const { length } = known;
  if (at + length > bytes.length) return false;
  if (length > FEW) return bytes.compare(known, 0, length, at, at + length) === 0;
  for (let i = 0; i < length; i++) if (known[i] !== bytes[at + i]) return false;
  return true;
};

/** A few bytes tell most segments apart; all are compared before two are taken for the same. */
const isSame = (known: Buffer, bytes: Buffer, at: number): boolean => {
  const { length } = known;
  if (at + length > bytes.length) return false;
  const stride = ((length / SAMPLES) | 0) + 1;
  for (let i = length - 1; i >= 0; i -= stride) if (known[i] !== bytes[at + i]) return false;
  return stride === 1 || bytes.compare(known, 0, length, at, at + length) === 0;
};

/**
 * Requests that are the same in every byte but their id, person and day: most of what a system exports. Such a request
 * is known by comparing stretches of bytes, many at a time, instead of looking at each. What is compared was
 * found whole before, so nothing is assumed of what stands in it.
 */
export class RequestTemplates {
  #first = new Segments();
  #count = 0;

  /** Where the request at `from` ends, its values noted from `place` on; -1 where it is like none before. */
  match(bytes: Buffer, from: number, places: Int32Array, place: number, templateSlot: number): number {
    let at = from;
    let segments = this.#first;
    for (;;) {
      const segment = segments.find(bytes, at);
      if (segment === null) return -1;
      at += segment.bytes.length;
      if (segment.slot === 0) {
        places[place + templateSlot] = segment.template;
        return at;
      }
      const end = pastValue(bytes, at);
      if (end === -1) return -1;
      places[place + segment.slot] = at;
      places[place + segment.slot + 1] = end;
      at = end;
      segments = segment.next;
    }
  }

  /** Learns a request that was found whole; its template's number from 1, or 0 where it is not kept. */
  learn(bytes: Buffer, from: number, to: number, gaps: readonly Gap[]): number {
    const inOrder = gaps.toSorted((a, b) => a.start - b.start);
    let segments = this.#first;
    let at = from;
    for (const { slot, start, end } of inOrder) {
      const known = segments.find(bytes, at);
      const fits = known !== null && known.slot === slot && at + known.bytes.length === start;
      const segment = fits ? known : segments.add(segmentOf(bytes, at, start, slot, 0));
      if (segment === null) return 0;
      segments = segment.next;
      at = end;
    }
    const last = segments.add(segmentOf(bytes, at, to, 0, this.#count + 1));
    return last === null ? 0 : ++this.#count;
  }

  /** To be asked between lines: forgets all once there are too many. True where it did. */
  forgotAll(): boolean {
    if (this.#count < KEPT) return false;
    this.#first = new Segments();
    this.#count = 0;
    return true;
  }
}

const segmentOf = (bytes: Buffer, from: number, to: number, slot: number, template: number): Segment => ({
  bytes: Buffer.from(bytes.subarray(from, to)),
  slot,
  next: new Segments(),
  template,
});
