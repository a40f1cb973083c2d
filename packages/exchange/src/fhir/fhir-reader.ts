import type { Intake } from "../intake.ts";
import { isRow, type RowType } from "./medication-row.ts";
import { MedicationRows, type Place } from "./medication-rows.ts";
import { describePatient, personOf } from "./patients.ts";
import { isObject, listOf, textOf, type Entry, type Resource } from "./shapes.ts";
import { SkimmedBundles } from "./skimmed-bundles.ts";

/** Reads resources and bundles of any number of files. */
export class FhirReader {
  readonly #intake: Intake;
  readonly #rows: MedicationRows;
  readonly #skimmed: SkimmedBundles;

  constructor(intake: Intake) {
    this.#intake = intake;
    this.#rows = new MedicationRows(intake);
    this.#skimmed = new SkimmedBundles(intake, this.#rows);
  }

  /** A bundle on one line, skimmed instead of parsed; false where that cannot be done with certainty. */
  skimmedBundle(line: Buffer, place: Place): boolean {
    return this.#skimmed.take(line, place);
  }

  /**
   * One line or one document: a resource, or a bundle with its entries counted from 1 where it is the whole file.
   * `line` is the text of a resource that stands on a line of its own.
   */
  document(value: unknown, place: Place, entriesAreRows: boolean, line: Buffer | null = null): void {
    const start = () =>
      line === null ? this.#intake.startParsed(value) : this.#intake.startStretch(line, 0, line.length);
    if (!isObject(value) || typeof value["resourceType"] !== "string") {
      start();
      place.tally.rowsRead++;
      place.tally.put("not-a-resource", place.row, isObject(value) ? "no resourceType" : "no JSON object");
      return;
    }
    const resource = value as Resource;
    const type = resource.resourceType;
    if (type === "Bundle") this.#bundle(resource, place, entriesAreRows);
    else if (type === "Patient") describePatient(this.#intake.store, resource, undefined);
    else if (type === "Medication") this.#rows.medication(resource, undefined);
    else if (isRow(type)) {
      const person = personOf(resource.subject, null);
      start();
      this.#rows.row(type, resource, place, { person, fullUrl: "" });
    }
  }

  /** What waited for other files, row by row. */
  finish(): Generator<void> {
    return this.#rows.finish();
  }

  close(): void {
    this.#rows.close();
  }

  #bundle(bundle: Resource, place: Place, entriesAreRows: boolean): void {
    const rows: { readonly entry: Entry; readonly at: Place }[] = [];
    const byUrl = new Map<string, Resource>();
    listOf(bundle.entry).forEach((each, index) => {
      const at = entriesAreRows ? { ...place, row: index + 1 } : place;
      if (!isObject(each) || !isObject(each["resource"])) return;
      const entry = each as Entry;
      const resource = entry.resource!;
      const type = resource.resourceType;
      if (isRow(type)) rows.push({ entry, at });
      else if (type === "Bundle") this.#bundle(resource, at, false);
      else if (type === "Patient") {
        byUrl.set(textOf(entry.fullUrl), resource);
        describePatient(this.#intake.store, resource, entry.fullUrl);
      } else if (type === "Medication") this.#rows.medication(resource, entry.fullUrl);
    });
    byUrl.delete("");
    for (const { entry, at } of rows) {
      const resource = entry.resource!;
      const person = personOf(resource.subject, byUrl);
      this.#intake.startParsed(resource);
      if (bundle.type === "history") oneOfSeveralVersions(resource, at);
      else this.#rows.row(resource.resourceType as RowType, resource, at, { person, fullUrl: textOf(entry.fullUrl) });
    }
  }
}

/** A history holds each version of a resource: counting them would count one issue many times. */
const oneOfSeveralVersions = (resource: Resource, { tally, row }: Place): void => {
  tally.rowsRead++;
  tally.put("history", row, `${String(resource.resourceType)}/${textOf(resource.id)} in a history bundle`);
};
