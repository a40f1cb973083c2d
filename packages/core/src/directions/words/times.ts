/** Latin and other shorthand for a number of times a day. */
export const TIMES_A_DAY: ReadonlyMap<string, number> = new Map([
  ["od", 1],
  ["bd", 2],
  ["bid", 2],
  ["bds", 2],
  ["tds", 3],
  ["tid", 3],
  ["qds", 4],
  ["qid", 4],
]);

/** "once" and its like, where a period follows. */
export const COUNTED_TIMES: ReadonlyMap<string, number> = new Map([
  ["once", 1],
  ["twice", 2],
  ["thrice", 3],
]);

/** Parts of the day at which a dose is taken. Words of one part mean the same dose when they stand side by side. */
export type PartOfDay = "morning" | "midday" | "evening" | "night";

export const PART_OF_DAY: ReadonlyMap<string, PartOfDay> = new Map([
  ["morning", "morning"],
  ["mornings", "morning"],
  ["morn", "morning"],
  ["mane", "morning"],
  ["om", "morning"],
  ["am", "morning"],
  ["breakfast", "morning"],
  ["bfast", "morning"],
  ["waking", "morning"],
  ["b/fast", "morning"],
  ["rising", "morning"],
  ["lunch", "midday"],
  ["lunchtime", "midday"],
  ["lunchtimes", "midday"],
  ["midday", "midday"],
  ["noon", "midday"],
  ["afternoon", "midday"],
  ["afternoons", "midday"],
  ["middday", "midday"],
  ["dinnertime", "evening"],
  ["tea", "evening"],
  ["teatime", "evening"],
  ["teatimes", "evening"],
  ["evening", "evening"],
  ["evenings", "evening"],
  ["eve", "evening"],
  ["pm", "evening"],
  ["dinner", "evening"],
  ["supper", "evening"],
  ["suppertime", "evening"],
  ["night", "night"],
  ["nights", "night"],
  ["nocte", "night"],
  ["noct", "night"],
  ["noc", "night"],
  ["nt", "night"],
  ["nightly", "night"],
  ["nighttime", "night"],
  ["bedtime", "night"],
  ["bed", "night"],
  ["bedtimes", "night"],
  ["sleep", "night"],
  ["hs", "night"],
  ["qhs", "night"],
  ["nite", "night"],
  ["nightime", "night"],
  ["nocté", "night"],
  ["retiring", "night"],
]);

export const DAY_NAMES: ReadonlyMap<string, number> = new Map([
  ["mon", 0],
  ["monday", 0],
  ["mondays", 0],
  ["mons", 0],
  ["tue", 1],
  ["tues", 1],
  ["tuesday", 1],
  ["tuesdays", 1],
  ["wed", 2],
  ["weds", 2],
  ["wednesday", 2],
  ["wednesdays", 2],
  ["thu", 3],
  ["thur", 3],
  ["thurs", 3],
  ["thursday", 3],
  ["thursdays", 3],
  ["fri", 4],
  ["friday", 4],
  ["fridays", 4],
  ["sat", 5],
  ["saturday", 5],
  ["saturdays", 5],
  ["sun", 6],
  ["sunday", 6],
  ["sundays", 6],
]);

/** Spellings to one form. */
export const HOUR_WORDS: ReadonlySet<string> = new Set([
  "hour",
  "hours",
  "hr",
  "hrs",
  "h",
  "hur",
  "hurs",
  "hous",
  "hrss",
  "hour's",
]);
export const HOURLY_WORDS: ReadonlySet<string> = new Set([
  "hourly",
  "hrly",
  "hly",
  "hourley",
  "hrlys",
  "hourlys",
  "houry",
]);
export const DAY_WORDS: ReadonlySet<string> = new Set(["day", "days", "d", "dy"]);
export const WEEK_WORDS: ReadonlySet<string> = new Set(["week", "weeks", "wk", "wks"]);
export const MONTH_WORDS: ReadonlySet<string> = new Set([
  "month",
  "months",
  "mth",
  "mths",
  "mnth",
  "mnths",
  "monthly",
  "mthly",
]);
export const DAILY_WORDS: ReadonlySet<string> = new Set(["daily", "dly", "dailly", "die"]);
export const WEEKLY_WORDS: ReadonlySet<string> = new Set(["weekly", "wkly"]);
export const TIMES_WORDS: ReadonlySet<string> = new Set(["times", "time", "x", "xs", "tmes", "tims"]);
