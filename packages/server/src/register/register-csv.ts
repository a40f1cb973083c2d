import { sayMg } from "./say-mg.ts";
import type { RegisterLine } from "../store/queries/register-rows.ts";
import { csvLine } from "./csv-line.ts";
import { milligramsOf } from "./present.ts";

const COLUMNS: readonly (readonly [string, (line: RegisterLine) => string | number | null])[] = [
  ["person", ({ reference }) => reference],
  ["birth_year", ({ birthYear }) => birthYear],
  ["age", ({ age }) => age],
  ["sex", ({ sex }) => sex],
  ["registered", ({ registered }) => registered],
  [
    "directed_min_mg_ome_a_day",
    ({ directedMinNg, notReadable }) => (notReadable ? null : sayMg(milligramsOf(directedMinNg))),
  ],
  [
    "directed_max_mg_ome_a_day",
    ({ directedMaxNg, notReadable }) => (notReadable ? null : sayMg(milligramsOf(directedMaxNg))),
  ],
  ["supplied_mg_ome_a_day", ({ suppliedNg }) => sayMg(milligramsOf(suppliedNg))],
  ["at_least", ({ atLeast }) => (atLeast ? "yes" : "no")],
  ["directions_not_readable", ({ notReadable }) => (notReadable ? "yes" : "no")],
  ["since", ({ since }) => since],
  ["last_issue", ({ lastIssue }) => lastIssue],
  ["last_prescriber", ({ prescriber }) => prescriber],
  ["current_medicines", ({ medicines }) => medicines.join("; ")],
  ["findings", ({ findings }) => findings.join("; ")],
];

interface About {
  readonly asOf: string;
  readonly table: string;
  readonly synthetic: boolean;
}

/**
 * The register as a table for a spreadsheet. Every line says as of when and by which factor table; those of a
 * synthetic practice say that they are of nobody.
 */
export function* registerCsv(lines: Iterable<RegisterLine>, { asOf, table, synthetic }: About): Generator<string> {
  const tail = [asOf, table, ...(synthetic ? ["synthetic: no real person"] : [])];
  const tailNames = ["as_of", "factor_table", ...(synthetic ? ["records"] : [])];
  yield csvLine([...COLUMNS.map(([name]) => name), ...tailNames]);
  for (const line of lines) yield csvLine([...COLUMNS.map(([, of]) => of(line)), ...tail]);
}
