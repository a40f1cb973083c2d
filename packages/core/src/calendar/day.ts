/**
 * A calendar day as the whole number of days since 1 Jan 1970, in no time zone.
 * Prescribing records are dated, never timed; a day is all that is ever compared.
 */
export type Day = number & { readonly calendar: unique symbol };

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/**
 * The day with this year, month (1-12) and day of the month; null where the calendar has no such day.
 * @example dayFrom(2026, 2, 29) // null
 */
export const dayFrom = (year: number, month: number, date: number): Day | null => {
  const length = month === 2 && isLeapYear(year) ? 29 : DAYS_IN_MONTH[month - 1];
  if (length === undefined || date < 1 || date > length) return null;
  // Days from civil: years start in March, so that the leap day comes last.
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146097 + dayOfEra - 719468) as Day;
};

/**
 * An ISO 8601 calendar date; null where the text is anything else or no such day exists.
 * @example parseDay("1970-01-02") // 1
 */
export const parseDay = (text: string): Day | null => {
  const match = ISO_DATE.exec(text);
  return match === null ? null : dayFrom(Number(match[1]), Number(match[2]), Number(match[3]));
};

/**
 * ISO 8601, for machines.
 * @example formatDay(1 as Day) // "1970-01-02"
 */
export const formatDay = (day: Day): string => {
  const { year, month, date } = partsOfDay(day);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
};

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/**
 * For people.
 * @example sayDay(parseDay("2026-03-14")!) // "14 Mar 2026"
 */
export const sayDay = (day: Day): string => {
  const { year, month, date } = partsOfDay(day);
  return `${date} ${MONTHS[month - 1]} ${year}`;
};

export const partsOfDay = (day: Day): { year: number; month: number; date: number } => {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
};

/** The day so many days later (or earlier, below zero). */
export const addDays = (day: Day, days: number): Day => (day + days) as Day;
