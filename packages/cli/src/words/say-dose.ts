/** Between a number and its unit: narrow, and never broken over two lines. */
export const THIN = "\u202f";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A day, counted from 1 Jan 1970, for people: 14 Mar 2026. */
export const sayDate = (day: number): string => {
  const date = new Date(day * 86_400_000);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]!} ${date.getUTCFullYear()}`;
};

/** The day that an ISO 8601 date names. */
export const isoToDay = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

/** A dose in mg with one decimal where it has one: 82.5, 60. */
export const sayMg = (mg: number): string => String(Math.round(mg * 10) / 10);

/** A dose worked out over a window: whole mg from 10 up, since its decimals mean nothing to anyone. */
export const sayAverageMg = (mg: number): string => (mg >= 10 ? String(Math.round(mg)) : sayMg(mg));

/** What was supplied: "59", "6.2"; "not known" where none of it could be computed. */
export const saySupply = (mg: number | null): string => (mg === null ? "not known" : sayAverageMg(mg));

export interface SaidDose {
  readonly min: number;
  readonly max: number;
  readonly atLeast: boolean;
}

/** "84–108", "60", "at least 60", "none"; "not known" where nothing of what is current could be computed. */
export const sayBand = ({ min, max, atLeast }: SaidDose): string => {
  if (max === 0) return atLeast ? "not known" : "none";
  const band = sayMg(min) === sayMg(max) ? sayMg(max) : `${sayMg(min)}–${sayMg(max)}`;
  return atLeast ? `at least ${band}` : band;
};

/** From one day to another in years and months: "5 y 4 m", "3 w", "4 d". */
export const sayDuration = (from: number, to: number): string => {
  const days = Math.max(0, to - from);
  if (days < 14) return `${days}${THIN}d`;
  if (days < 61) return `${Math.floor(days / 7)}${THIN}w`;
  const a = new Date(from * 86_400_000);
  const b = new Date(to * 86_400_000);
  const started = b.getUTCDate() < a.getUTCDate() ? 1 : 0;
  const months = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth() - started;
  const years = Math.floor(months / 12);
  if (years === 0) return `${months}${THIN}m`;
  return months % 12 === 0 ? `${years}${THIN}y` : `${years}${THIN}y ${months % 12}${THIN}m`;
};

/** A count with commas between the thousands: 184,211. */
export const sayCount = (count: number): string => String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
