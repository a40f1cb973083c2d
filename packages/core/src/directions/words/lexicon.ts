import { DANGER } from "./danger.ts";
import { GLUE, HARMLESS, PACKING, VERBS } from "./harmless.ts";
import { OTHER_MEDICINES } from "./medicine-names.ts";
import { PLAIN_ENGLISH } from "./plain-english.ts";
import { NEED_WORDS, SYMPTOM_WORDS } from "./need.ts";
import { NUMBER_WORDS, ORDINALS, PART_WORDS } from "./numbers.ts";
import * as times from "./times.ts";
import { SPOON_ML, UNIT_WORDS } from "./units.ts";

/** Every word that can carry part of a dose. */
export const DOSE_WORDS: ReadonlySet<string> = new Set([
  ...NUMBER_WORDS.keys(),
  ...PART_WORDS.keys(),
  ...ORDINALS.keys(),
  ...UNIT_WORDS.keys(),
  ...SPOON_ML.keys(),
  ...times.TIMES_A_DAY.keys(),
  ...times.COUNTED_TIMES.keys(),
  ...times.PART_OF_DAY.keys(),
  ...times.DAY_NAMES.keys(),
  ...times.HOUR_WORDS,
  ...times.HOURLY_WORDS,
  ...times.DAY_WORDS,
  ...times.WEEK_WORDS,
  ...times.MONTH_WORDS,
  ...times.DAILY_WORDS,
  ...times.WEEKLY_WORDS,
  ...times.TIMES_WORDS,
  ...DANGER,
]);

/** Every word that the reader knows, dose-carrying or not. */
export const KNOWN_WORDS: ReadonlySet<string> = new Set([
  ...DOSE_WORDS,
  ...NEED_WORDS,
  ...SYMPTOM_WORDS,
  ...VERBS,
  ...GLUE,
  ...HARMLESS,
  ...PLAIN_ENGLISH,
  ...PACKING,
  ...OTHER_MEDICINES,
  ..."and then followed thereafter afterwards subsequently directed dir directions instructed advised prescribed mdu asd stat immediately straight max maximum".split(
    " ",
  ),
]);
