import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dayFrom, parseDay, partsOfDay } from "@concord/core";
import { makePerson, type MadePerson } from "./make-person.ts";
import type { Span } from "./plan/plan.ts";
import { Calibration } from "./truth/calibration.ts";
import { situationsOf } from "./truth/situations.ts";
import { TextsTold } from "./truth/texts-told.ts";
import { fhirBundle } from "./write/fhir-bundles.ts";
import { CSV_HEADER, csvRows } from "./write/practice-csv.ts";
import { LABEL, readMe } from "./write/read-me.ts";
import { Sink } from "./write/sink.ts";
import { personTruth } from "./write/truth-json.ts";

export type TwinFormat = "csv" | "fhir" | "truth";

export interface TwinProgress {
  readonly people: number;
  readonly of: number;
  readonly rows: number;
}

export interface TwinOptions {
  readonly people: number;
  readonly seed: number;
  /** Folder to write into; made where it is missing. */
  readonly out: string;
  readonly onProgress?: (progress: TwinProgress) => void;
  readonly years?: number;
  /** ISO date of the extract; the last issues are of this day. */
  readonly end?: string;
  readonly formats?: readonly TwinFormat[];
}

export interface TwinWritten {
  readonly people: number;
  readonly rows: number;
  readonly files: readonly string[];
  readonly calibration: Record<string, unknown>;
}

const DEFAULT_YEARS = 8;
const DEFAULT_END = "2026-11-20";
const ALL: readonly TwinFormat[] = ["csv", "fhir", "truth"];
const PEOPLE_A_TURN = 500;

/**
 * Writes a synthetic practice: practice.csv, fhir/bundles.ndjson, truth.json and README.txt. Person by person, so that
 * memory does not grow with their number; the same seed, people, years and end give the same bytes.
 * Throws a RangeError where the call makes no sense.
 */
export const writeTwin = async (options: TwinOptions): Promise<TwinWritten> => {
  const { people, seed, out, formats = ALL } = options;
  const span = spanOf(options);
  if (!Number.isSafeInteger(people) || people < 1) throw new RangeError("people must be a whole number above 0");
  if (!Number.isSafeInteger(seed)) throw new RangeError("seed must be a whole number");
  const files = open(out, formats);
  files.csv?.write(CSV_HEADER);
  files.truth?.write(truthHead(options, span));
  const calibration = new Calibration();
  const texts = new TextsTold();
  let first = true;
  for (let index = 0; index < people; index += 1) {
    const made = makePerson(seed, index, span);
    const situations = situationsOf(made, span);
    files.csv?.write(csvRows(made.person, made.rows));
    files.fhir?.write(fhirBundle(made.person, made.rows));
    if (files.truth !== null) {
      calibration.count(
        made,
        span,
        situations.map(({ code }) => code),
      );
      tell(texts, made);
      if (made.career.opioids.length > 0) {
        files.truth.write(`${first ? "\n" : ",\n"}${personTruth(made, span, situations)}`);
        first = false;
      }
    } else calibration.count(made, span, []);
    if (index % PEOPLE_A_TURN === PEOPLE_A_TURN - 1) {
      options.onProgress?.({ people: index + 1, of: people, rows: calibration.rows });
      await new Promise((resume) => setImmediate(resume));
    }
  }
  const figures = calibration.figures();
  files.truth?.write(
    `\n],\n"texts":[\n${texts
      .all()
      .map((text) => JSON.stringify(text))
      .join(",\n")}\n],\n"calibration":${JSON.stringify(figures)}}\n`,
  );
  writeFileSync(join(out, "README.txt"), readMe(people, seed, span, figures));
  for (const file of [files.csv, files.fhir, files.truth]) file?.close();
  options.onProgress?.({ people, of: people, rows: calibration.rows });
  return { people, rows: calibration.rows, files: [...files.names, "README.txt"], calibration: figures };
};

const spanOf = ({ years = DEFAULT_YEARS, end = DEFAULT_END }: TwinOptions): Span => {
  const last = parseDay(end);
  if (last === null) throw new RangeError("end must be a date such as 2026-11-20");
  if (!Number.isInteger(years) || years < 3 || years > 30)
    throw new RangeError("years must be a whole number from 3 to 30");
  const { year, month, date } = partsOfDay(last);
  return { start: dayFrom(year - years, month, Math.min(date, 28))!, end: last };
};

const open = (out: string, formats: readonly TwinFormat[]) => {
  mkdirSync(formats.includes("fhir") ? join(out, "fhir") : out, { recursive: true });
  const names = { csv: "practice.csv", fhir: join("fhir", "bundles.ndjson"), truth: "truth.json" } as const;
  const sink = (format: TwinFormat): Sink | null =>
    formats.includes(format) ? new Sink(join(out, names[format])) : null;
  return {
    csv: sink("csv"),
    fhir: sink("fhir"),
    truth: sink("truth"),
    names: ALL.filter((format) => formats.includes(format)).map((format) => names[format]),
  };
};

/** Streamed: people stand one a line, so that a big truth can be read line by line. */
const truthHead = ({ people, seed }: TwinOptions, span: Span): string => {
  const { year } = partsOfDay(span.end);
  return `{"synthetic":true,"label":${JSON.stringify(LABEL)},"seed":${seed},"people":${people},"years":${year - partsOfDay(span.start).year},"factors":"UK, FPM/BNF 2020","unit":"mg OME/day",\n"persons":[`;
};

const tell = (texts: TextsTold, { rows }: MadePerson): void => {
  for (const { line } of rows) texts.tell(line.direction, 1);
};
