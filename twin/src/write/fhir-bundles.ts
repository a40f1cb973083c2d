import type { Person } from "../plan/plan.ts";
import type { Line, Row } from "../plan/rows.ts";
import type { Direction, Often } from "../texts/shape.ts";
import { prescriberOf } from "./prescribers.ts";
import { iso } from "./iso-days.ts";

const DMD = "https://dmd.nhs.uk";
const TAG = `"meta":{"tag":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ActReason","code":"HTEST","display":"test health data"}]}`;

/** FHIR R4: one person's bundle of Patient and MedicationRequests, on one line. */
export const fhirBundle = (person: Person, rows: readonly Row[]): string => {
  const requests = rows.map((row, nth) => `,{"resource":${request(person, row, nth)}}`).join("");
  return `{"resourceType":"Bundle","type":"collection",${TAG},"entry":[{"resource":${patient(person)}}${requests}]}\n`;
};

const patient = (person: Person): string =>
  `{"resourceType":"Patient","id":"${person.id}",${TAG},"text":{"status":"generated","div":"<div xmlns=\\"http://www.w3.org/1999/xhtml\\">Synthetic person, made up: no such person exists</div>"},` +
  `"name":[{"use":"official","family":"Synthetic","given":["Person ${person.index + 1}"]}],"gender":"${person.sex === "F" ? "female" : "male"}",` +
  `"birthDate":"${person.birthYear}","managingOrganization":{"display":"Synthetic Practice ${person.practice}"}}`;

const STATUS = { "": "completed", issued: "completed", cancelled: "cancelled", deleted: "entered-in-error" } as const;

const request = (person: Person, row: Row, nth: number): string => {
  const made =
    row.mess === "code-and-name-disagree" || row.mess === "quantity-missing"
      ? middle(row)
      : (row.line.made.fhir ??= middle(row));
  return (
    `{"resourceType":"MedicationRequest","id":"${person.id}-${nth + 1}",${TAG},"status":"${STATUS[row.status]}","intent":"order",` +
    `${row.line.kind === "recorded elsewhere" ? '"reportedBoolean":true,' : ""}${made},"subject":{"reference":"Patient/${person.id}"},` +
    `"authoredOn":"${iso(row.day)}","requester":{"display":"${prescriberOf(person, row)}"}}`
  );
};

/** What does not hang on the person or the day, written once for a line. */
const middle = ({ line, mess }: Row): string => {
  const code = mess === "code-and-name-disagree" ? (line.swappedCode ?? "") : line.code;
  const coding = code === "" ? "" : `"coding":[{"system":"${DMD}","code":"${code}"}],`;
  const quantity =
    mess === "quantity-missing"
      ? ""
      : `,"dispenseRequest":{"quantity":{"value":${line.quantity},"unit":"${line.quantityUnit || unitOf(line)}"}}`;
  return (
    `"medicationCodeableConcept":{${coding}"text":${JSON.stringify(line.name)}},` +
    `"courseOfTherapyType":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/medicationrequest-course-of-therapy","code":"${line.kind === "acute" ? "acute" : "continuous"}"}],"text":"${line.kind}"},` +
    `"dosageInstruction":[${dosage(line)}]${quantity}`
  );
};

const unitOf = (line: Line): string => (line.product.form === "puff" ? "dose" : line.product.form);

const dosage = ({ dosage: manner, direction }: Line): string => {
  const text = `"text":${JSON.stringify(direction.text)}`;
  if (manner === "text") return `{${text}}`;
  return manner === "both" ? `{${text},${structured(direction)}}` : `{${structured(direction)}}`;
};

const structured = ({ shape, form }: Direction): string => {
  const low = `{"value":${shape.least / 100},"unit":"${form}"}`;
  const high = `{"value":${shape.most / 100},"unit":"${form}"}`;
  const dose = shape.least === shape.most ? `"doseQuantity":${high}` : `"doseRange":{"low":${low},"high":${high}}`;
  const cap =
    shape.cap === null
      ? ""
      : `,"maxDosePerPeriod":{"numerator":{"value":${shape.cap / 100},"unit":"${form}"},"denominator":{"value":1,"unit":"d"}}`;
  return `"timing":{"repeat":{${repeat(shape.often)}}},"asNeededBoolean":${shape.asNeeded || shape.upTo},"doseAndRate":[{${dose}}]${cap}`;
};

const repeat = (often: Often): string => {
  if (often.kind === "times") return `"frequency":${often.most},"period":1,"periodUnit":"d"`;
  if (often.kind === "worn") return `"frequency":1,"period":${often.hours},"periodUnit":"h"`;
  if (often.kind === "hours")
    return `"frequency":1,"period":${often.least},${often.most === often.least ? "" : `"periodMax":${often.most},`}"periodUnit":"h"`;
  throw new TypeError(`no structure for ${often.kind}`);
};
