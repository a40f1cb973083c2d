import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, dayFrom, formatDay, parseDay, partsOfDay, type Day } from "./day.ts";

// From the year 1 to the year 4000, which an ISO date of four digits can write.
const days = fc.integer({ min: -719_162, max: 741_000 }).map((day) => day as Day);

test("a day written is the same day read", () => {
  fc.assert(fc.property(days, (day) => void expect(parseDay(formatDay(day))).toBe(day)));
});

test("a day's parts make the same day", () => {
  fc.assert(
    fc.property(days, (day) => {
      const { year, month, date } = partsOfDay(day);
      expect(dayFrom(year, month, date)).toBe(day);
    }),
  );
});

test("agrees with the calendar of the platform", () => {
  fc.assert(
    fc.property(days, (day) => {
      const date = new Date(day * 86_400_000);
      const theirs = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, date: date.getUTCDate() };
      expect(partsOfDay(day)).toEqual(theirs);
    }),
  );
});

test("the next day is later in writing too", () => {
  fc.assert(fc.property(days, (day) => void expect(formatDay(addDays(day, 1)) > formatDay(day)).toBe(true)));
});
