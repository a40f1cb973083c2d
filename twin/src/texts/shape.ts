import type { Form } from "../products/opioids.ts";

/** Amounts are in hundredths of a tablet, ml or patch, so that sums stay whole numbers. */
export type Hundredths = number;

export type Often =
  | { readonly kind: "times"; readonly least: number; readonly most: number }
  | { readonly kind: "at"; readonly when: "morning" | "night" }
  | { readonly kind: "hours"; readonly least: number; readonly most: number }
  | { readonly kind: "split"; readonly night: Hundredths }
  | { readonly kind: "worn"; readonly hours: number };

/** What directions mean, before anyone writes them down. `least` and `most` are given each time; in a split they are the morning's. */
export interface Shape {
  readonly least: Hundredths;
  readonly most: Hundredths;
  readonly often: Often;
  readonly asNeeded: boolean;
  readonly upTo: boolean;
  /** Most in 24 hours, as the text states it. */
  readonly cap: Hundredths | null;
}

export type UnreadableReason =
  | "empty"
  | "as-directed"
  | "no-amount"
  | "no-frequency"
  | "two-readings"
  | "cut-short"
  | "contradiction";

export interface PerDay {
  readonly min: Hundredths;
  readonly max: Hundredths;
}

/** A text with its meaning. `shape` is what the prescriber meant; `unreadable` says why a reader cannot know it. */
export interface Direction {
  readonly text: string;
  readonly shape: Shape;
  readonly form: Form;
  /** The unit that the text names; "unit" where it names none. */
  readonly unit: string;
  readonly unreadable: UnreadableReason | null;
}

const rule = (least: number, most: number, often: Often, more: Partial<Shape> = {}): Shape => ({
  least: Math.round(least * 100),
  most: Math.round(most * 100),
  often,
  asNeeded: false,
  upTo: false,
  cap: null,
  ...more,
});

/** So many, so many times a day. */
export const times = (amount: number, aDay: number): Shape =>
  rule(amount, amount, { kind: "times", least: aDay, most: aDay });
export const everyHours = (amount: number, hours: number): Shape =>
  rule(amount, amount, { kind: "hours", least: hours, most: hours });
export const morningNight = (morning: number, night: number): Shape =>
  rule(morning, morning, { kind: "split", night: Math.round(night * 100) });
export const atNight = (amount: number): Shape => rule(amount, amount, { kind: "at", when: "night" });
export const inTheMorning = (amount: number): Shape => rule(amount, amount, { kind: "at", when: "morning" });
export const worn = (hours: number, patches = 1): Shape => rule(patches, patches, { kind: "worn", hours });
/** From so many to so many, so many times a day, whether needed or not. */
export const ranged = (least: number, most: number, aDay: number): Shape =>
  rule(least, most, { kind: "times", least: aDay, most: aDay });
export const neededTimes = (least: number, most: number, aDay: number, cap: number | null = null): Shape =>
  rule(
    least,
    most,
    { kind: "times", least: aDay, most: aDay },
    { asNeeded: true, cap: cap === null ? null : Math.round(cap * 100) },
  );
export const neededHours = (least: number, most: number, from: number, to: number, cap: number | null = null): Shape =>
  rule(
    least,
    most,
    { kind: "hours", least: from, most: to },
    { asNeeded: true, cap: cap === null ? null : Math.round(cap * 100) },
  );
export const upTo = (least: number, most: number, aDay: number): Shape =>
  rule(least, most, { kind: "times", least: aDay, most: aDay }, { upTo: true });

/** Least and most a day. */
export const perDay = (shape: Shape): PerDay => {
  const { often } = shape;
  const most = shape.cap === null ? Infinity : shape.cap;
  const nothing = shape.asNeeded || shape.upTo;
  const band = (leastTimes: number, mostTimes: number, plus = 0): PerDay => ({
    min: nothing ? 0 : Math.min(shape.least * leastTimes + plus, most),
    max: Math.min(shape.most * mostTimes + plus, most),
  });
  if (often.kind === "times") return band(often.least, often.most);
  if (often.kind === "at") return band(1, 1);
  if (often.kind === "split") return band(1, 1, often.night);
  if (often.kind === "hours") return band(24 / often.most, 24 / often.least);
  return band(24 / often.hours, 24 / often.hours);
};
