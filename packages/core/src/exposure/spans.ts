import type { Day } from "../calendar/day.ts";
import { addOpen, endGrace, replace, type Family, type OpenSpan, type OpenSpans, type Stream } from "./overtaking.ts";
import { partOf, type Part } from "./part.ts";
import type { ExposureSettings } from "./settings.ts";
import type { Span } from "./span.ts";
import type { Issue, ItemReading } from "./types.ts";

/** A person's issues as spans, in date order, apart by what they are. */
export interface Spans {
  /** Opioids for pain issued by this practice: these alone make the dose. */
  readonly opioids: readonly Span[];
  readonly maintenance: readonly Span[];
  readonly elsewhere: readonly Span[];
  readonly companions: readonly Span[];
}

interface Ways {
  readonly streams: Map<string, Stream>;
  readonly families: Map<string, Family>;
}

/** A part with the state that it shares with other parts of its medicine and family. */
interface Known {
  readonly part: Part;
  readonly stream: Stream;
  readonly family: Family | null;
}

const BEFORE_ALL = -Infinity;

const none = (): OpenSpans => ({ spans: [], count: 0 });

const known = (reading: ItemReading, ways: Ways): Known => {
  const part = partOf(reading);
  let stream = ways.streams.get(part.key);
  if (stream === undefined) ways.streams.set(part.key, (stream = { day: BEFORE_ALL, carriedDays: 0, open: none() }));
  if (part.family === null) return { part, stream, family: null };
  let family = ways.families.get(part.family);
  if (family === undefined) ways.families.set(part.family, (family = { day: BEFORE_ALL, inGrace: none() }));
  return { part, stream, family };
};

/** Few readings are looked through one by one, which is quicker than hashing; many go by a map. */
const SCANNED = 12;

const readerOf = (ways: Ways): ((reading: ItemReading) => Known) => {
  const list: Known[] = [];
  let map: Map<ItemReading, Known> | null = null;
  return (reading) => {
    const scanned = Math.min(list.length, SCANNED);
    for (let i = 0; i < scanned; i++) if (list[i]!.part.reading === reading) return list[i]!;
    const found = map?.get(reading);
    if (found !== undefined) return found;
    const made = known(reading, ways);
    if (list.length < SCANNED) list.push(made);
    else (map ??= new Map()).set(reading, made);
    return made;
  };
};

const lengthOf = (part: Part, settings: ExposureSettings): number =>
  Math.max(1, part.supplyDays ?? settings.missingQuantityDays);

/** A stopped order's instruction ends when it was stopped, without grace. */
const stoppedSpan = (span: OpenSpan): OpenSpan => {
  const { stopped } = span.issue;
  if (stopped !== undefined && stopped.day < span.to) span.to = Math.max(span.from, stopped.day) as Day;
  return span;
};

const opened = (issue: Issue, part: Part, carriedDays: number, settings: ExposureSettings): OpenSpan =>
  stoppedSpan(unstopped(issue, part, carriedDays, settings));

const unstopped = (issue: Issue, part: Part, carriedDays: number, settings: ExposureSettings): OpenSpan => {
  const from = issue.day;
  if (part.courseDays !== null) {
    const to = (from + part.courseDays) as Day;
    return { issue, part, from, runsOut: to, carriedDays: 0, to };
  }
  const runsOut = (from + lengthOf(part, settings) + carriedDays) as Day;
  return { issue, part, from, runsOut, carriedDays, to: (runsOut + settings.graceDays) as Day };
};

const openOpioid = (issue: Issue, { part, stream, family }: Known, settings: ExposureSettings): OpenSpan => {
  if (settings.overlap === "add") return opened(issue, part, 0, settings);
  const { day } = issue;
  if (stream.day < day) {
    stream.carriedDays = replace(stream, day, settings);
    stream.day = day;
  }
  const span = opened(issue, part, stream.carriedDays, settings);
  addOpen(stream.open, span);
  if (family !== null) {
    endGrace(family, day);
    if (part.courseDays === null) addOpen(family.inGrace, span);
  }
  return span;
};

const openElsewhere = (issue: Issue, part: Part, settings: ExposureSettings): OpenSpan => {
  const span = unstopped(issue, part, 0, settings);
  span.to = Math.max(span.to, span.from + settings.elsewhereDays) as Day;
  return stoppedSpan(span);
};

/** The issues in date order: as they are where they already are, else sorted in a copy. */
const inDateOrder = (issues: readonly Issue[]): readonly Issue[] => {
  for (let i = 1; i < issues.length; i++)
    if (issues[i]!.day < issues[i - 1]!.day) return issues.toSorted((a, b) => a.day - b.day);
  return issues;
};

/**
 * When each issue's instruction is current, by the rules of docs/method.md. Issues after the day `upTo` are not
 * looked at; since nothing that happens later changes what was current before, this gives the state as on that day.
 */
export const spansOf = (issues: readonly Issue[], settings: ExposureSettings, upTo: Day | null = null): Spans => {
  const opioids: Span[] = [];
  const maintenance: Span[] = [];
  const elsewhere: Span[] = [];
  const companions: Span[] = [];
  const read = readerOf({ streams: new Map(), families: new Map() });
  for (const issue of inDateOrder(issues)) {
    if (upTo !== null && issue.day > upTo) break;
    const it = read(issue.reading);
    switch (it.part.role) {
      case "analgesic":
        if (issue.kind === "elsewhere") elsewhere.push(openElsewhere(issue, it.part, settings));
        else opioids.push(openOpioid(issue, it, settings));
        break;
      case "maintenance":
        maintenance.push(opened(issue, it.part, 0, settings));
        break;
      case "companion":
        companions.push(opened(issue, it.part, 0, settings));
        break;
      case "none":
        break;
    }
  }
  return { opioids, maintenance, elsewhere, companions };
};
