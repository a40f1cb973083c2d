import type { Form } from "../products/opioids.ts";
import type { Hundredths } from "./shape.ts";

const NAMES = ["nought", "one", "two", "three", "four", "five", "six", "seven", "eight"] as const;

/** "one", "two and a half"? Only whole numbers have names here; the rest stay figures. */
export const named = (amount: Hundredths): string => {
  if (amount === 50) return "half";
  const name = amount % 100 === 0 ? NAMES[amount / 100] : undefined;
  return name ?? figure(amount);
};

export const figure = (amount: Hundredths): string => String(amount / 100);

const UNIT_WORDS: Record<Form, readonly string[]> = {
  tablet: ["tablet", "tablet(s)", "tab", "tabs", "tablets"],
  capsule: ["capsule", "capsule(s)", "cap", "caps", "capsules"],
  ml: ["ml", "ml", "ml", "mls", "ml"],
  patch: ["patch", "patch(es)", "patch", "patch", "patches"],
  puff: ["puff", "puff(s)", "puff", "puffs", "puffs"],
  sachet: ["sachet", "sachet(s)", "sachet", "sachets", "sachets"],
  application: ["application", "application", "application", "application", "applications"],
  injection: ["injection", "injection", "injection", "injection", "injections"],
};

/** The unit word as a style writes it: "tablet(s)", "tabs", or in full with its plural. */
export const unitWord = (form: Form, manner: "full" | "bracketed" | "short", amount: Hundredths): string => {
  const words = UNIT_WORDS[form];
  const several = amount > 100;
  if (manner === "bracketed") return words[1] ?? "";
  if (manner === "short") return (several ? words[3] : words[2]) ?? "";
  return (several ? words[4] : words[0]) ?? "";
};

export const A_DAY: Record<number, Record<"long" | "brief" | "latin", readonly string[]>> = {
  1: {
    long: ["once a day", "every day", "each day", "once daily"],
    brief: ["daily", "once daily", "1 time a day"],
    latin: ["od", "daily"],
  },
  2: {
    long: ["twice a day", "two times a day"],
    brief: ["twice daily", "2 times a day", "2 times/day"],
    latin: ["bd", "bd"],
  },
  3: {
    long: ["three times a day", "three times daily"],
    brief: ["3 times a day", "three times daily", "3 times/day"],
    latin: ["tds", "tds", "tid"],
  },
  4: {
    long: ["four times a day", "four times daily"],
    brief: ["4 times a day", "four times daily", "4 times/day"],
    latin: ["qds", "qds"],
  },
  5: { long: ["five times a day"], brief: ["5 times a day"], latin: ["5 times a day"] },
  6: { long: ["six times a day"], brief: ["6 times a day"], latin: ["6 times a day"] },
};

export const IF_NEEDED = {
  long: [
    "when required",
    "if required",
    "when needed",
    "as required for pain",
    "if needed for pain",
    "when required for pain relief",
  ],
  brief: ["as required", "when required", "if needed", "for pain when required"],
  latin: ["prn", "prn", "PRN", "prn for pain"],
} as const;

export const HOURS_BETWEEN = {
  long: (from: number, to: number) => (from === to ? `every ${from} hours` : `every ${from} to ${to} hours`),
  brief: (from: number, to: number) => (from === to ? `${from} hourly` : `every ${from}-${to} hours`),
  latin: (from: number, to: number) => (from === to ? `${from} hrly` : `${from}-${to} hourly`),
} as const;

/** Said after the dose of any medicine; none of it changes the dose. */
export const ASIDES = [
  " with food",
  " with a glass of water",
  ". Review due",
  ". Swallow whole",
  " (dosette)",
  " as discussed",
  ". Blood test due",
] as const;

/** Said after the dose of a medicine for pain. */
export const PAIN_ASIDES = [
  " for pain",
  " with food",
  ". May cause drowsiness",
  ". Do not drive if affected",
  ". Swallow whole",
  " - for back pain",
  " with a glass of water",
  ". Review due",
  " (dosette)",
  ". Warning: can cause addiction",
  " as discussed",
] as const;
