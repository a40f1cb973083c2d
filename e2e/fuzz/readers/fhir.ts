import { decodeBytes } from "../../../packages/exchange/src/sources/decode-cell.ts";
import { recognise } from "../../../packages/exchange/src/sources/recognise.ts";
import { layoutOf } from "../../../packages/exchange/src/fhir/read-fhir.ts";
import type { Chance } from "../chance.ts";
import { mutatedBytes } from "../mutate-bytes.ts";
import { jsonOf, mutatedValue } from "../mutate-json.ts";
import type { FuzzedReader } from "../reader.ts";
import { accountOf, exampleFiles } from "./files.ts";

const FILES = [...exampleFiles("fhir-bundles.ndjson"), ...exampleFiles("fhir-bulk")];
const LINES = FILES.flatMap((file) => file.toString("utf8").trim().split("\n"));
const VALUES: readonly unknown[] = LINES.map((line) => JSON.parse(line) as unknown);
const DOCUMENTS = VALUES.map((value) => Buffer.from(JSON.stringify(value, null, 2)));

const ROWS = new Set(["MedicationRequest", "MedicationDispense", "MedicationStatement"]);
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Rows that a resource holds, by somebody who knows but the names of their types. */
const rowsIn = (value: unknown): number => {
  if (!isObject(value) || typeof value["resourceType"] !== "string") return 1;
  if (value["resourceType"] !== "Bundle") return ROWS.has(value["resourceType"]) ? 1 : 0;
  const entries: readonly unknown[] = Array.isArray(value["entry"]) ? (value["entry"] as unknown[]) : [];
  const resources = entries.flatMap((entry) =>
    isObject(entry) && isObject(entry["resource"]) ? [entry["resource"]] : [],
  );
  return resources.reduce((sum, it) => sum + (typeof it["resourceType"] === "string" ? rowsIn(it) : 0), 0);
};

const PASSED_OVER = /^\{\s*"resourceType"\s*:\s*"([A-Za-z]+)"/;
const READ = new Set(["Bundle", "Patient", "Medication", ...ROWS]);

const isJson = (line: Buffer): boolean => {
  try {
    JSON.parse(decodeBytes(line));
    return true;
  } catch {
    return false;
  }
};

const rowsOfLine = (line: Buffer): number => {
  const type = PASSED_OVER.exec(line.toString("latin1", 0, 80))?.[1];
  if (type !== undefined && !READ.has(type)) return 0;
  try {
    return rowsIn(JSON.parse(decodeBytes(line)));
  } catch {
    return 1;
  }
};

const linesOf = (input: Buffer): readonly Buffer[] => {
  const lines: Buffer[] = [];
  for (let at = 0; at < input.length;) {
    const end = input.indexOf(10, at);
    lines.push(input.subarray(at, end === -1 ? input.length : end));
    at = end === -1 ? input.length : end + 1;
  }
  return lines;
};

const expectedRows = (input: Buffer): number | null => {
  const head = input.subarray(0, 1 << 16);
  if (["1f8b", "fffe", "feff", "efbb"].includes(head.toString("hex", 0, 2))) return null;
  const known = recognise(head);
  if (known.kind !== "fhir") return null;
  if (layoutOf(known.head) === "document") return rowsOfLine(input);
  return linesOf(input)
    .filter((line, index) => index === 0 || line.length >= 64 || line.toString("latin1").trim() !== "")
    .reduce((sum, line) => sum + rowsOfLine(line), 0);
};

const hasBroken = (input: Buffer): boolean => linesOf(input).some((line) => !isJson(line));

const problem = async (input: Buffer): Promise<string | null> => {
  const { rowsRead, failed } = await accountOf(input);
  const expected = expectedRows(input);
  if (expected === null || failed.length > 0) return null;
  // Of a line that is no whole JSON, the rows may be found all the same: more than one, never none.
  if (expected === rowsRead || (hasBroken(input) && expected < rowsRead)) return null;
  return `${expected} rows stand in it, ${rowsRead} were read`;
};

/** Lines of valid JSON that hold what nobody expects. */
const oddLines = (chance: Chance): Buffer => {
  const lines = Array.from({ length: 1 + chance.below(5) }, () => {
    let value = chance.one(VALUES);
    for (let left = chance.below(5); left > 0; left--) value = mutatedValue(value, chance);
    return jsonOf(value);
  });
  return Buffer.from(lines.join("\n"));
};

export const fhirBytes: FuzzedReader = {
  name: "fhir-bytes",
  share: 6,
  spoil: (chance) => mutatedBytes(chance, chance.happens(0.3) ? DOCUMENTS : FILES),
  problem,
};

export const fhirValues: FuzzedReader = { name: "fhir-values", share: 8, spoil: oddLines, problem };
