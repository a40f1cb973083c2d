import {
  createItemReader,
  identify,
  readDirections,
  registerEntry,
  type Issue,
  type IssueKind,
  type ItemReader,
} from "@concord/core";
import { makePerson } from "./make-person.ts";
import type { Kind, Person, Span } from "./plan/plan.ts";
import type { Row } from "./plan/rows.ts";
import type { Found } from "./score.ts";

const KIND: Record<Kind, IssueKind> = {
  acute: "acute",
  repeat: "repeat",
  "repeat dispensing": "repeat-dispensing",
  "recorded elsewhere": "elsewhere",
};

/** Texts only: what FHIR structures mean is tested where they are read. */
const reader = (): ItemReader =>
  createItemReader({
    table: "uk",
    identify,
    readDirections,
    readFhirDosage: () => ({ status: "refused", text: "", reason: "empty", because: "" }),
  });

const codeOf = ({ mess, line }: Row): string =>
  mess === "code-and-name-disagree" ? (line.swappedCode ?? "") : line.code;

const issueOf = (read: ItemReader, row: Row, nth: number): Issue => ({
  day: row.day,
  kind: KIND[row.line.kind],
  prescriber: null,
  file: "practice.csv",
  row: nth,
  reading: read({
    product: { name: row.line.name, codes: codeOf(row) === "" ? [] : [{ system: null, code: codeOf(row) }] },
    directions: { kind: "text", text: row.line.direction.text },
    quantity: row.mess === "quantity-missing" ? null : row.line.quantityText,
    quantityUnit: row.mess === "quantity-missing" ? null : row.line.quantityUnit || null,
    days: null,
  }),
});

/** What the service finds on the last day for everyone with an opioid, from the rows as written. */
export const registerOf = (people: number, seed: number, span: Span): Map<string, Found> => {
  const read = reader();
  const found = new Map<string, Found>();
  for (let index = 0; index < people; index += 1) {
    const { person, rows } = makePerson(seed, index, span);
    const entry = entryOf(person, rows, span, read);
    if (entry !== null) found.set(person.id, entry);
  }
  return found;
};

/** Rows that reading records sets aside never reach the register. */
const isUsed = ({ status, day }: Row, span: Span): boolean =>
  status !== "cancelled" && status !== "deleted" && day <= span.end;

const entryOf = (person: Person, rows: readonly Row[], span: Span, read: ItemReader): Found | null => {
  const details = { birthYear: person.birthYear, sex: person.sex, registered: person.registered };
  const issues = rows.filter((row) => isUsed(row, span)).map((row, nth) => issueOf(read, row, nth));
  return registerEntry(person.id, details, issues, span.end, "uk", { dataFrom: span.start });
};
