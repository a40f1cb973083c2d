import { parseDay, type Day } from "../calendar/day.ts";
import type { CompanionClass, Identification, Medicine, Opioid, Release } from "../medicines/types.ts";
import { measure } from "../quantity/measure.ts";
import { ratio } from "../quantity/ratio.ts";
import type { DirectedPhase, DoseProblem, Issue, ItemReading, Nanograms } from "./types.ts";

/** Test support: readings and issues that say only what matters to the case. Doses in mg OME. */

export const mg = (value: number): Nanograms => Math.round(value * 1_000_000) as Nanograms;

export const on = (iso: string): Day => {
  const day = parseDay(iso);
  if (day === null) throw new Error(`no such day: ${iso}`);
  return day;
};

export interface Sketch {
  readonly substance?: Opioid;
  readonly release?: Release;
  /** Tells apart medicines of one substance, such as strengths. */
  readonly id?: string;
  readonly use?: "analgesic" | "maintenance";
  /** mg OME a day: one number, or least and most. */
  readonly perDay?: number | readonly [number, number];
  /** Several phases: days and mg OME a day; null days for one without an end. */
  readonly phases?: readonly (readonly [days: number | null, min: number, max: number])[];
  /** mg OME of the whole quantity; null where the quantity is missing. */
  readonly supplied?: number | null;
  readonly runOutDays?: number | null;
  readonly days?: number | null;
  readonly directionsRefused?: boolean;
  readonly noFactor?: boolean;
  readonly productRefused?: boolean | "maintenance" | "not-certain";
  readonly wearConflict?: ItemReading["wearConflict"];
  readonly name?: string;
}

const medicine = (sketch: Sketch): Medicine => {
  const substance = sketch.substance ?? "morphine";
  const release = sketch.release ?? "modified";
  return {
    id: sketch.id ?? `${substance} ${release}`,
    name: sketch.name ?? `${substance} ${sketch.id ?? ""} tablets`,
    brand: null,
    substance,
    combinedWith: [],
    strength: { per: "unit", amount: measure(ratio(10), "mg") },
    route: "oral",
    form: "tablet",
    release,
    countedIn: "tablet",
    wear: null,
    use: sketch.use ?? "analgesic",
    source: "fixture",
  };
};

const identificationOf = (sketch: Sketch): Identification =>
  sketch.productRefused === undefined || sketch.productRefused === false
    ? { kind: "opioid", medicine: medicine(sketch), by: "name" }
    : {
        kind: "refused",
        problem: { code: "strength-not-certain", substance: sketch.substance ?? "morphine", found: "" },
        substance: sketch.substance ?? null,
        use: sketch.productRefused === true ? "analgesic" : sketch.productRefused,
      };

const phasesOf = (sketch: Sketch): readonly [DirectedPhase, ...DirectedPhase[]] => {
  const band = sketch.perDay ?? 20;
  const [least, most] = typeof band === "number" ? [band, band] : band;
  const phases = (sketch.phases ?? [[null, least, most]]).map(([days, min, max]) => ({
    days,
    min: mg(min),
    max: mg(max),
  }));
  return phases as [DirectedPhase, ...DirectedPhase[]];
};

const problemOf = (sketch: Sketch): DoseProblem | null => {
  if (sketch.productRefused) return { code: "product-refused", detail: "strength-not-certain" };
  if (sketch.noFactor) return { code: "no-factor", detail: sketch.substance ?? "morphine" };
  return null;
};

/** Morphine modified release, 20 mg a day, 28 days of it, unless the sketch says otherwise. */
export const reading = (sketch: Sketch = {}): ItemReading => {
  const problem = problemOf(sketch);
  const unread: DoseProblem | null = sketch.directionsRefused
    ? { code: "directions-refused", detail: "as-directed" }
    : problem;
  const phases = phasesOf(sketch);
  const supplied = sketch.supplied === undefined ? 560 : sketch.supplied;
  const missing: DoseProblem | null = supplied === null ? { code: "quantity-missing", detail: "" } : problem;
  const one = ratio(1);
  return {
    item: {
      product: { name: sketch.name ?? `${sketch.substance ?? "morphine"} ${sketch.id ?? ""} tablets`, codes: [] },
      directions: { kind: "text", text: sketch.directionsRefused ? "as directed" : "one twice a day" },
      quantity: supplied === null ? null : "56",
      quantityUnit: supplied === null ? null : "tablet",
      days: sketch.days ?? null,
    },
    table: "uk",
    identification: identificationOf(sketch),
    directions: sketch.directionsRefused
      ? { status: "refused", text: "as directed", reason: "as-directed", because: "as directed" }
      : {
          status: "understood",
          text: "one twice a day",
          phases: phases.map(({ days }) => ({
            perDay: { min: one, max: one },
            unit: "tablet" as const,
            asNeeded: false,
            maxPerDay: null,
            days,
            each: null,
          })) as never,
          stated: [],
        },
    directed:
      unread === null
        ? { status: "computed", value: phases, steps: [{ say: "directed, worked out", source: "fixture" }] }
        : { status: "refused", problem: unread, steps: [] },
    supplied:
      missing === null
        ? { status: "computed", value: mg(supplied ?? 0), steps: [{ say: "supplied, worked out", source: "fixture" }] }
        : { status: "refused", problem: missing, steps: [] },
    runOutDays: sketch.runOutDays !== undefined ? sketch.runOutDays : supplied === null || unread !== null ? null : 28,
    wearConflict: sketch.wearConflict ?? null,
  };
};

export const companionReading = (
  companion: CompanionClass,
  substance: string,
  sketch: Pick<Sketch, "days" | "runOutDays"> = {},
): ItemReading => ({
  ...reading({ name: `${substance} tablets`, runOutDays: null, ...sketch }),
  identification: { kind: "companion", class: companion, substance },
});

export const unwatchedReading = (): ItemReading => ({ ...reading(), identification: { kind: "not-watched" } });

let rows = 0;

/** An issue of that reading on that ISO day; rows count up so that each can be told apart. */
export const issue = (
  day: string | Day,
  what: ItemReading | Sketch = {},
  rest: Partial<Pick<Issue, "kind" | "row" | "file" | "stopped">> = {},
): Issue => ({
  day: typeof day === "string" ? on(day) : day,
  kind: rest.kind ?? "repeat",
  reading: "identification" in what ? what : reading(what),
  prescriber: null,
  file: rest.file ?? "issues.csv",
  row: rest.row ?? ++rows,
  ...(rest.stopped === undefined ? {} : { stopped: rest.stopped }),
});
