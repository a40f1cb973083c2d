/** What is typed into the form of a reading, and what is wrong with it. */
export interface ReadingDraft {
  readonly min: string;
  readonly max: string;
  readonly asNeeded: boolean;
  readonly note: string;
}

export const EMPTY_DRAFT: ReadingDraft = { min: "", max: "", asNeeded: false, note: "" };

const MOST = 1000;

/** A typed number, with point or comma; null where it is none. */
export const numberTyped = (typed: string): number | null => {
  const text = typed.trim().replace(",", ".");
  return /^\d{1,4}(?:\.\d{1,3})?$/.test(text) && Number(text) <= MOST ? Number(text) : null;
};

export interface Amounts {
  readonly min: number;
  readonly max: number;
}
export type DraftProblem = "wrongNumber" | "wrongMost" | "wrongOrder";

/** Least and most of a draft, or which field is wrong and how. */
export const amountsOf = (
  draft: Pick<ReadingDraft, "min" | "max">,
): Amounts | { readonly min?: DraftProblem; readonly max?: DraftProblem } => {
  const [min, max] = [numberTyped(draft.min), numberTyped(draft.max)];
  if (min === null || max === null || max === 0)
    return {
      ...(min === null ? { min: "wrongNumber" as const } : {}),
      ...(max === null || max === 0 ? { max: "wrongMost" as const } : {}),
    };
  return min > max ? { min: "wrongOrder" } : { min, max };
};

export const isAmounts = (it: ReturnType<typeof amountsOf>): it is Amounts => typeof it.max === "number";
