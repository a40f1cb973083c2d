import { dayFrom, type Day } from "@concord/core";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const TIME = String.raw`(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AaPp][Mm])?(?:Z|[+-]\d{2}:?\d{2})?)?`;
const ISO = new RegExp(String.raw`^(\d{4})-(\d{2})-(\d{2})${TIME}$`);
const BRITISH = new RegExp(String.raw`^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})${TIME}$`);
const NAMED = new RegExp(String.raw`^(\d{1,2})[- /]([A-Za-z]{3})[a-z]*[- /](\d{4})${TIME}$`);

/** Before it lie the dates that systems write for "not known", such as 1 January 1900. */
const FIRST_BELIEVABLE_YEAR = 1901;

/**
 * The calendar day of a date as practice systems export it: 2026-03-14, 14/03/2026 or 14-Mar-2026, with or without a
 * time, which is passed over. Null where there is no such day, where the year has two digits, and before 1901.
 */
export const parseRecordDate = (text: string): Day | null => {
  const iso = ISO.exec(text);
  if (iso !== null) return believable(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const british = BRITISH.exec(text);
  if (british !== null) return believable(Number(british[3]), Number(british[2]), Number(british[1]));
  const named = NAMED.exec(text);
  if (named === null) return null;
  return believable(Number(named[3]), MONTHS.indexOf(named[2]!.toLowerCase()) + 1, Number(named[1]));
};

const believable = (year: number, month: number, date: number): Day | null =>
  year < FIRST_BELIEVABLE_YEAR ? null : dayFrom(year, month, date);

/** A year of birth that a person on a register can have; null otherwise. */
export const parseBirthYear = (text: string): number | null =>
  /^(18[89]|19\d|20\d)\d(?:\.0)?$/.test(text) ? Number.parseInt(text, 10) : null;

const ZERO = 0x30;

const digits = (bytes: Uint8Array, from: number, count: number): number => {
  let value = 0;
  for (let at = from; at < from + count; at++) {
    const digit = bytes[at]! - ZERO;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
};

/**
 * The two usual ten-character forms straight from bytes: no string is made for a date.
 * Undefined where it is neither (then `parseRecordDate` decides); null where there is no such day.
 */
export const dayFromBytes = (bytes: Uint8Array, from: number, to: number): Day | null | undefined => {
  if (to - from !== 10) return undefined;
  const iso = bytes[from + 4] === 0x2d && bytes[from + 7] === 0x2d;
  if (!iso && !(bytes[from + 2] === 0x2f && bytes[from + 5] === 0x2f)) return undefined;
  const year = digits(bytes, iso ? from : from + 6, 4);
  const month = digits(bytes, iso ? from + 5 : from + 3, 2);
  const date = digits(bytes, iso ? from + 8 : from, 2);
  return year >= FIRST_BELIEVABLE_YEAR && month > 0 && date > 0 ? dayFrom(year, month, date) : null;
};

const digitsOfText = (text: string, from: number, to: number): number => {
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
};

/**
 * The calendar day of an ISO 8601 date or time as it is written, without any shift between time zones.
 * Null where it is cut to a month or a year, and where there is no such day.
 */
export const dayFromText = (text: string): Day | null => {
  if (text.charCodeAt(4) !== 0x2d || text.charCodeAt(7) !== 0x2d) return null;
  if (text.length !== 10 && text.charCodeAt(10) !== 0x54 && text.charCodeAt(10) !== 0x20) return null;
  const year = digitsOfText(text, 0, 4);
  const month = digitsOfText(text, 5, 7);
  const date = digitsOfText(text, 8, 10);
  return month > 0 && date > 0 && year > 0 ? believable(year, month, date) : null;
};
