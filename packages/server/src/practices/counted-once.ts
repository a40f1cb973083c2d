import { recordsInNumbers, type RecordsInNumbers } from "../store/queries/records-in-numbers.ts";
import type { Work } from "../store/schema.ts";

/** Counts the records once for each register that is built from them; every time before there is one. */
export const countedOnce = () => {
  let counted: { readonly buildId: number; readonly numbers: RecordsInNumbers } | null = null;
  return async (trx: Work, buildId: number | null): Promise<RecordsInNumbers> => {
    if (counted !== null && counted.buildId === buildId) return counted.numbers;
    const numbers = await recordsInNumbers(trx);
    if (buildId !== null) counted = { buildId, numbers };
    return numbers;
  };
};
