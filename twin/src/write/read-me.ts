import type { Span } from "../plan/plan.ts";
import { iso } from "./iso-days.ts";

export const LABEL = "Synthetic practice. Every person, prescriber and record is made up; none is or was anyone.";

export const readMe = (
  people: number,
  seed: number,
  span: Span,
  figures: Record<string, unknown>,
): string => `SYNTHETIC DATA
==============
${LABEL}

Made with seed ${seed}: ${people} people, ${iso(span.start)} to ${iso(span.end)}, ${String(figures["rows"])} rows.
The same seed, number of people, years and last day give the same bytes.

practice.csv          The practice extract: one row an issue, person by person, each in date order.
                      Person numbers begin with SYN-, prescribers are "Dr Synthetic A" to "H".
fhir/bundles.ndjson   The same records as FHIR R4: one collection bundle a line for each person, tagged HTEST.
                      A medicine recorded elsewhere has reportedBoolean true; a deleted row is entered-in-error.
truth.json            What was planted. "persons": everyone who has an opioid in the records, one a line, with
                      the true regimen, the dose directed and truly taken, the situations to be found and the slips
                      of record keeping. "end" is the last day: "directed" is what a careful reader of the record can
                      work out, "whole" adds regimens with unreadable directions, "atLeast" says that something has
                      no number, "settled" that nothing changed lately. "months" lists the first of each month where
                      the dose differs from the month before: [day, least, most, taken].
                      "texts": every distinct directions text with its meaning, or why it has none.
                      "calibration": the figures that came out. Doses are mg oral morphine equivalent a day.
`;
