import { constants } from "node:buffer";
import type { Tally } from "../account/tally.ts";
import { decodeBytes } from "../sources/decode-cell.ts";
import { Damage } from "../sources/open-bytes.ts";
import type { Intake } from "../intake.ts";
import { eachLine } from "./each-line.ts";
import type { FhirReader } from "./fhir-reader.ts";

/** Lines of types that are no rows and say nothing of a row: most of a bulk export. */
const TYPE_FIRST = /^\{\s*"resourceType"\s*:\s*"([A-Za-z]+)"/;
const READ = new Set([
  "Bundle",
  "Patient",
  "Medication",
  "MedicationRequest",
  "MedicationDispense",
  "MedicationStatement",
]);

const isPassedOver = (line: Buffer): boolean => {
  const type = TYPE_FIRST.exec(line.toString("latin1", 0, 80))?.[1];
  return type !== undefined && !READ.has(type);
};

/** Characters of one JSON document: as many as a text may have, less where memory is to stay small. */
export const LONGEST_DOCUMENT = constants.MAX_STRING_LENGTH;

const tooLong = (longest: number): Damage =>
  new Damage(`one JSON document of more than ${Math.round(longest / 2 ** 20)} MB; use NDJSON`);

/** One resource or bundle a line. A line that is not valid JSON is refused, and the next is read. */
export const readFhirLines = async (
  chunks: AsyncIterable<Buffer>,
  reader: FhirReader,
  intake: Intake,
  tally: Tally,
  fileId: number,
  longest: number,
): Promise<void> =>
  eachLine(chunks, longest, (line, row, only) => {
    if (line.length > longest) throw tooLong(longest);
    if (isPassedOver(line)) return;
    if (!only && reader.skimmedBundle(line, { tally, fileId, row })) return;
    let value: unknown;
    try {
      value = JSON.parse(decodeBytes(line));
    } catch (error) {
      if (only) throw new Damage(`not valid JSON: ${(error as Error).message}`);
      intake.startStretch(line, 0, line.length);
      tally.rowsRead++;
      tally.put("json-not-valid", row, (error as Error).message);
      return;
    }
    reader.document(value, { tally, fileId, row }, only, line);
  });

/** One resource or bundle over many lines. */
export const readFhirDocument = async (
  chunks: AsyncIterable<Buffer>,
  reader: FhirReader,
  tally: Tally,
  fileId: number,
  longest: number,
): Promise<void> => {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    parts.push(Buffer.from(chunk));
    length += chunk.length;
    if (length > longest) throw tooLong(longest);
  }
  let value: unknown;
  try {
    value = JSON.parse(decodeBytes(Buffer.concat(parts)));
  } catch (error) {
    throw new Damage(`not valid JSON: ${(error as Error).message}`);
  }
  reader.document(value, { tally, fileId, row: 1 }, true);
};

export type FhirLayout = "lines" | "document";

/** Whether a FHIR file has one resource a line or one over many lines, told from how it starts. */
export const layoutOf = (head: string): FhirLayout => {
  const [first = "", second = "}"] = head.trimStart().split(/\r?\n/, 2);
  return first.trimEnd().endsWith("}") || second.startsWith("{") || first.length === head.length ? "lines" : "document";
};

/** Medications and people first, then requests, then what was handed over for them: less has to wait. */
export const turnOf = (head: string): number => {
  const type = /"resourceType"\s*:\s*"([A-Za-z]+)"/.exec(head)?.[1];
  return type === "Medication" ? 0 : type === "Patient" ? 1 : type === "MedicationDispense" ? 3 : 2;
};
