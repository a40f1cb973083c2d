/** Days since 1 Jan 1970 of an ISO 8601 date. */
export const dayOf = (iso: string): number => Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / 86_400_000;

/** Year, month (1-12) and day of the month of an ISO 8601 date. */
export const partsOf = (iso: string): { readonly year: number; readonly month: number; readonly day: number } => ({
  year: Number(iso.slice(0, 4)),
  month: Number(iso.slice(5, 7)),
  day: Number(iso.slice(8, 10)),
});

/** Whole months from one date to another. */
export const monthsBetween = (from: string, to: string): number => {
  const [a, b] = [partsOf(from), partsOf(to)];
  return (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0);
};

/** The month of today, as the service names months (in UTC, as it does): 2026-11. */
export const monthNow = (now = new Date()): string => now.toISOString().slice(0, 7);
