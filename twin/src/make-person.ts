import type { Product } from "./products/opioids.ts";
import { acuteCourses } from "./plan/acute.ts";
import { rowsOf } from "./plan/issue-rows.ts";
import { lineOf } from "./plan/line.ts";
import { companions, everydayMedicines } from "./plan/other-medicines.ts";
import { patternOf } from "./plan/patterns.ts";
import { personOf } from "./plan/person.ts";
import type { Career, OpioidStretch, OtherStretch, Person, Setting, Span, Stretch } from "./plan/plan.ts";
import type { Row } from "./plan/rows.ts";
import { cardOf, Random } from "./random.ts";

const PURPOSE = { person: 1, opioids: 2, others: 3, rows: 4 } as const;

export interface MadePerson {
  readonly person: Person;
  readonly career: Career;
  readonly others: readonly OtherStretch[];
  /** In date order. */
  readonly rows: readonly Row[];
}

/** One synthetic person with all their issues; the same for the same seed, place and span, whoever else is made. */
export const makePerson = (seed: number, index: number, span: Span): MadePerson => {
  const pattern = patternOf(cardOf(seed, index));
  const drawn = personOf(new Random(seed, index, PURPOSE.person), index, pattern, span);
  const start = Math.max(span.start, drawn.registered) as Span["start"];
  const setting: Setting = { random: new Random(seed, index, PURPOSE.opioids), span, start };
  const planned = pattern.plan(setting);
  const career: Career = pattern.current
    ? planned
    : { ...planned, opioids: [...planned.opioids, ...withoutOverlap(acuteCourses(setting), planned.opioids)] };
  const person = career.registered === undefined ? drawn : { ...drawn, registered: career.registered };
  const otherSetting: Setting = {
    random: new Random(seed, index, PURPOSE.others),
    span,
    start: Math.max(span.start, person.registered) as Span["start"],
  };
  const others = [...companions(otherSetting, pattern.current), ...everydayMedicines(otherSetting, person)];
  return { person, career, others, rows: inDateOrder(new Random(seed, index, PURPOSE.rows), career, others, span) };
};

/** No short course while the person is on something longer. */
const withoutOverlap = (courses: readonly OpioidStretch[], long: readonly OpioidStretch[]): OpioidStretch[] =>
  courses.filter((course) => long.every(({ from, to }) => course.to <= from || course.from >= to));

const inDateOrder = (random: Random, career: Career, others: readonly OtherStretch[], span: Span): Row[] => {
  const rows: Row[] = [];
  const issue = (stretch: Stretch<Product>, opioid: boolean): void =>
    rowsOf(random, stretch, lineOf(random, stretch, opioid), span, rows);
  for (const stretch of career.opioids) issue(stretch, true);
  for (const stretch of others) issue(stretch, false);
  // Sorting is stable: rows of one day stay in the order of the medicines.
  return rows.sort((a, b) => a.day - b.day);
};
