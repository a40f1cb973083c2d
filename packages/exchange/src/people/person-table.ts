import { ownCopy } from "../items/own-copy.ts";

/** No value: a birth year of 0, a sex without text, a registration before any calendar. */
export const NO_DAY = -0x80000000;
/** An order that was stopped, on a day that nothing tells. */
export const UNTOLD_DAY = NO_DAY + 1;

/** The people met so far in one run, each with what the records say of them besides issues. */
export class PersonTable {
  readonly #ids = new Map<string, number>();
  readonly names: string[] = [];
  readonly birthYears: number[] = [];
  readonly sexes: number[] = [];
  readonly registered: number[] = [];
  /** 1 where a written run has everything but later issues. */
  readonly written: number[] = [];
  #order = new Uint32Array(0);
  #lastName = "";
  #lastId = -1;

  get size(): number {
    return this.names.length;
  }

  idOf(name: string): number {
    if (name === this.#lastName && this.#lastId !== -1) return this.#lastId;
    let id = this.#ids.get(name);
    if (id === undefined) {
      id = this.names.length;
      const own = ownCopy(name);
      this.#ids.set(own, id);
      this.names.push(own);
      this.birthYears.push(0);
      this.sexes.push(0);
      this.registered.push(NO_DAY);
      this.written.push(0);
    }
    this.#lastName = this.names[id]!;
    this.#lastId = id;
    return id;
  }

  /** True until each detail is known; the first that a record gives stays. */
  lacksDetails(id: number): boolean {
    return this.birthYears[id] === 0 || this.sexes[id] === 0 || this.registered[id] === NO_DAY;
  }

  describe(id: number, birthYear: number, sex: number, registered: number): void {
    const same = this.birthYears[id] === birthYear && this.sexes[id] === sex && this.registered[id] === registered;
    if (same) return;
    this.written[id] = 0;
    if (this.birthYears[id] === 0) this.birthYears[id] = birthYear;
    if (this.sexes[id] === 0) this.sexes[id] = sex;
    if (this.registered[id] === NO_DAY) this.registered[id] = registered;
  }

  /** Identifiers in order of their names: the order in which people are given out. */
  inOrder(): Uint32Array {
    const { names } = this;
    if (this.#order.length !== names.length)
      this.#order = new Uint32Array(names.length).map((_, id) => id).sort((a, b) => (names[a]! < names[b]! ? -1 : 1));
    return this.#order;
  }

  clear(): void {
    this.#ids.clear();
    for (const column of [this.names, this.birthYears, this.sexes, this.registered, this.written]) column.length = 0;
    this.#order = new Uint32Array(0);
    this.#lastId = -1;
  }
}
