import { formatDay, type Day } from "@concord/core";

const written = new Map<number, string>();

/** ISO 8601, each day written once. */
export const iso = (day: number): string => {
  let text = written.get(day);
  if (text === undefined) {
    text = formatDay(day as Day);
    written.set(day, text);
  }
  return text;
};
