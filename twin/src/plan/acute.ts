import { addDays, type Day } from "@concord/core";
import type { OpioidStretch, Setting } from "./plan.ts";
import { SHORT } from "./regimens.ts";
import { stepDownCourse } from "./step-down.ts";
import { daysEachIssue, stretchOf } from "./stretch.ts";

/** Of people with no other opioid, in 10,000 a year, those given a short course. */
const COURSES_A_YEAR = 215;
const DAYS_A_YEAR = 365;
/** Of short courses, in 10,000, those with two phases in one text. */
const STEPPED_DOWN = 600;

/** A week or two of an opioid after an injury, now and then repeated once. */
export const acuteCourses = (setting: Setting): OpioidStretch[] => {
  const { random, span, start } = setting;
  const courses: OpioidStretch[] = [];
  for (let from = start as number; from < span.end - 7; from += DAYS_A_YEAR) {
    if (!random.in10000(COURSES_A_YEAR)) continue;
    const day = (from + random.below(Math.min(DAYS_A_YEAR, span.end - from))) as Day;
    if (random.in10000(STEPPED_DOWN)) {
      courses.push(...stepDownCourse(random, day));
      continue;
    }
    const issues = random.in10000(2000) ? 2 : 1;
    const course = stretchOf(random, random.weighted(SHORT), { from: day, to: addDays(day, 1000), kind: "acute" });
    courses.push({ ...course, to: addDays(day, Math.max(2, Math.round(daysEachIssue(course) * issues))) });
  }
  return courses;
};
