import type { Unconverted } from "./types.ts";

/** Code units, never a locale: the same order everywhere. */
const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const compareUnconverted = (a: Unconverted, b: Unconverted): number =>
  inOrder(a.product, b.product) ||
  inOrder(a.problem.code, b.problem.code) ||
  inOrder(a.problem.detail, b.problem.detail) ||
  inOrder(a.substance ?? "", b.substance ?? "");

/**
 * Each refused part once, in order of product and problem, whatever the order of the records. Answers `before` itself
 * where that says the same, so that a change can be seen by identity.
 */
export const distinctUnconverted = (
  parts: readonly Unconverted[],
  before: readonly Unconverted[] = [],
): readonly Unconverted[] => {
  if (parts.length === 0) return before.length === 0 ? before : [];
  const sorted = parts.toSorted(compareUnconverted);
  const distinct = sorted.filter((part, i) => i === 0 || compareUnconverted(sorted[i - 1]!, part) !== 0);
  const same =
    distinct.length === before.length && distinct.every((part, i) => compareUnconverted(part, before[i]!) === 0);
  return same ? before : distinct;
};
