import { perDay, type Direction } from "../texts/shape.ts";

export interface TextTruth {
  readonly text: string;
  readonly perDay: { readonly min: number; readonly max: number } | null;
  readonly unit: string;
  readonly asNeeded: boolean;
  readonly reason: Direction["unreadable"];
  /** Rows that carry the text. */
  rows: number;
}

const round = (hundredths: number): number => Math.round(hundredths * 10000) / 1000000;

const meaningOf = ({ text, shape, unit, unreadable }: Direction): TextTruth => {
  const { min, max } = perDay(shape);
  return {
    text,
    perDay: unreadable === null ? { min: round(min), max: round(max) } : null,
    unit,
    asNeeded: unreadable === null && shape.asNeeded,
    reason: unreadable,
    rows: 0,
  };
};

/** Each distinct text with its one meaning. Two meanings for one text would make the truth false: that is a bug here. */
export class TextsTold {
  readonly #texts = new Map<string, TextTruth>();

  tell(direction: Direction, rows: number): void {
    const meaning = meaningOf(direction);
    const known = this.#texts.get(direction.text);
    if (known === undefined) this.#texts.set(direction.text, { ...meaning, rows });
    else if (!sameMeaning(known, meaning)) throw new Error(`two meanings planned for "${direction.text}"`);
    else known.rows += rows;
  }

  /** In order of text, by code unit. */
  all(): TextTruth[] {
    return [...this.#texts.values()].toSorted((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  }
}

const sameMeaning = (a: TextTruth, b: TextTruth): boolean =>
  a.reason === b.reason && a.unit === b.unit && a.perDay?.min === b.perDay?.min && a.perDay?.max === b.perDay?.max;
