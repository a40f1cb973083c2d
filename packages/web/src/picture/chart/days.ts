/** The ISO 8601 date of a day counted from 1 Jan 1970. */
export const isoOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
