/** How far a file may unpack. */
export interface UnpackLimits {
  /** Bytes in all. */
  readonly most: number;
  /** Bytes for each byte of the file, once more than `free` have come: records do not repeat themselves so often. */
  readonly ratio: number;
  readonly free: number;
}

/** Records shrink to a tenth, seldom to a fiftieth; what is made to fill a disk, to a thousandth. */
export const UNPACK_LIMITS: UnpackLimits = { most: 64 * 2 ** 30, ratio: 200, free: 8 * 2 ** 20 };

/** A file that is small and would unpack to more than any records. */
export class UnpacksTooLarge extends Error {}

const say = (bytes: number): string =>
  bytes >= 2 ** 30 ? `${Math.round(bytes / 2 ** 30)} GiB` : `${Math.max(1, Math.round(bytes / 2 ** 20))} MiB`;

/** Keeps count of what goes into unpacking a file, all of its parts together, and of what comes out. */
export class Unpacking {
  readonly #limits: UnpackLimits;
  #packed = 0;
  #unpacked = 0;

  constructor(limits: UnpackLimits) {
    this.#limits = limits;
  }

  taken(bytes: number): void {
    this.#packed += bytes;
  }

  /** Throws where it is too much. */
  given(bytes: number): void {
    this.#unpacked += bytes;
    const { most, ratio, free } = this.#limits;
    if (this.#unpacked > most) throw new UnpacksTooLarge(`it unpacks to more than ${say(most)}`);
    if (this.#unpacked > free && this.#unpacked > ratio * this.#packed)
      throw new UnpacksTooLarge(`it unpacks to more than ${ratio} times its size, as no records do`);
  }
}
