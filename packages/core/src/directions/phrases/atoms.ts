import type { Ratio } from "../../quantity/ratio.ts";
import type { DirectionsReason, DoseUnit, PerDay, StatedAmount } from "../types.ts";
import type { PartOfDay } from "../words/times.ts";

/** How much each time. `unit` is null where the text names none. */
export interface Amount {
  readonly kind: "amount";
  readonly amount: PerDay;
  readonly unit: DoseUnit | null;
  readonly upTo: boolean;
  /** Written with a slash and so two ways to read it: "1/2 tablets". */
  readonly slash: boolean;
  /** "one extra", "another": on top of what went before. */
  readonly extra: boolean;
  /** Implied by "change weekly": one patch, without its number being written. */
  readonly implied: boolean;
  /** The amount of a whole day: "1-0-1", "1 and 2 on alternate days". */
  readonly ofDay?: true;
}

/** So many times in so many days. `style` tells "daily" after a number ("4 daily") from "four times a day". */
export interface Times {
  readonly kind: "times";
  readonly times: PerDay;
  readonly days: number;
  readonly style: "latin" | "counted" | "daily" | "a-day" | "every-day";
  readonly upTo: boolean;
}

/** Every so many hours. */
export interface Every {
  readonly kind: "every";
  readonly hours: PerDay;
  readonly upTo: boolean;
}

export interface Part {
  readonly kind: "part";
  readonly part: PartOfDay | `${number}:00` | `${number}:${number}` | "meal";
  /** Its position among meals, for "with meals": three of them. */
  readonly count: number;
  readonly written: string;
}

export interface Weekdays {
  readonly kind: "weekdays";
  readonly days: readonly number[];
}

/** "for 7 days", or "on the first day". */
export interface Lasting {
  readonly kind: "lasting";
  readonly days: number | null;
  /** Stands before the dose that it belongs to: "days 1-3:", "week 1". */
  readonly heads: boolean;
}

export interface Cap {
  readonly kind: "cap";
  readonly most: Ratio;
  readonly unit: DoseUnit | null;
  readonly of: "day" | "dose" | "times-a-day" | "not-said";
}

/** "reducing by 5mg a week": the dose moves in steps from here on. */
export interface Step {
  readonly kind: "step";
  readonly down: boolean;
  /** Days from one step to the next; null where the text does not say. */
  readonly days: number | null;
  /** A dose follows to which the steps lead. */
  readonly target: boolean;
}

export type Schedule = Times | Every | Part | Weekdays;

export type Atom = { readonly from: number; readonly to: number } & (
  | Amount
  | Schedule
  | Lasting
  | Cap
  | { readonly kind: "need" }
  | { readonly kind: "once-only" }
  | { readonly kind: "then"; readonly change?: boolean }
  | { readonly kind: "if-tolerated" }
  | { readonly kind: "and" }
  | { readonly kind: "or" }
  | { readonly kind: "comma" }
  | { readonly kind: "sentence" }
  | { readonly kind: "open" }
  | { readonly kind: "close" }
  | { readonly kind: "stated"; readonly stated: StatedAmount | null }
  | { readonly kind: "as-directed" }
  | { readonly kind: "stop-after" }
  /** The least time between two doses. */
  | { readonly kind: "spacing"; readonly hours: Ratio }
  | { readonly kind: "sides" }
  | { readonly kind: "after-time"; readonly days: number }
  | { readonly kind: "change" }
  | Step
  | { readonly kind: "noun"; readonly unit: DoseUnit; readonly plural: boolean }
  /** `single`: "as a single dose", which says how often where nothing else does. */
  | { readonly kind: "harmless"; readonly medicine?: true; readonly single?: true }
  | { readonly kind: "verb" }
  | { readonly kind: "word" }
  | { readonly kind: "bad"; readonly reason: DirectionsReason }
);

type Bare<T> = T extends unknown ? Omit<T, "from" | "to"> : never;

/** What a phrase rule finds at a place: what it means and the token after it. */
export interface Found {
  readonly atom: Bare<Atom>;
  readonly next: number;
}

/** A phrase that does not change the dose. */
export const harmless = (next: number): Found => ({ atom: { kind: "harmless" }, next });

export const partFound = (name: Part["part"], written: string, next: number, count = 1): Found => ({
  atom: { kind: "part", part: name, count, written },
  next,
});
