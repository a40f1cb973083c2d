import { Fingerprints, PrintTable, PRINTS_KEPT } from "./prints.ts";
import type { RowType } from "./medication-row.ts";

const USED = 1;
const IN_ERROR = 2;

/**
 * Which resources were met, by type, person and id: pages and exports overlap, and one resource is one issue however
 * often it is read. The first millions are remembered.
 */
export class ReadAlready {
  readonly #prints = new Fingerprints();
  readonly #table: PrintTable;

  constructor(most: number = PRINTS_KEPT) {
    this.#table = new PrintTable(most, Uint8Array);
  }

  get isFull(): boolean {
    return this.#table.isFull;
  }

  /** True the first time; a resource without an id is always new. */
  isNew(type: RowType, person: string | null, id: string): boolean {
    return person === null || id === "" || this.isNewPrint(this.#printOf(type, person, id));
  }

  /** The same for a request whose fingerprint is known. */
  isNewPrint(print: number): boolean {
    return this.#table.setNew(print, USED);
  }

  /** A copy says that it was entered in error; true where one before it was used. */
  isWithdrawn(type: RowType, person: string | null, id: string): boolean {
    if (person === null || id === "") return false;
    const print = this.#printOf(type, person, id);
    const before = this.#table.get(print);
    this.#table.set(print, IN_ERROR);
    return before === USED;
  }

  #printOf(type: RowType, person: string, id: string): number {
    return this.#prints.of(person, type === "MedicationRequest" ? id : `${type}/${id}`);
  }
}
