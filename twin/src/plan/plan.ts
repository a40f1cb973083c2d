import type { Day } from "@concord/core";
import type { OpioidProduct, Product } from "../products/opioids.ts";
import type { OtherProduct } from "../products/others.ts";
import type { Random } from "../random.ts";
import type { Direction, Hundredths } from "../texts/shape.ts";

export type Kind = "acute" | "repeat" | "repeat dispensing" | "recorded elsewhere";

/** Codes of the findings that the service should reach. */
export type Situation =
  | "high-dose"
  | "rising-dose"
  | "long-term-use"
  | "more-than-one-opioid"
  | "opioid-with-benzodiazepine"
  | "opioid-with-z-drug"
  | "opioid-with-gabapentinoid"
  | "supply-ahead"
  | "supply-behind"
  | "high-dose-start"
  | "inherited-on-registration"
  | "patch-wear-conflict"
  | "recorded-elsewhere-only"
  | "maintenance-treatment"
  | "weak-opioid-with-buprenorphine-maintenance"
  | "unreadable-directions"
  | "no-issue-lately";

/** The years that the practice's records cover; `end` is the day of the extract. */
export interface Span {
  readonly start: Day;
  readonly end: Day;
}

/** One medicine at one dose from a day up to, not including, another. */
export interface Stretch<P extends Product = Product> {
  readonly product: P;
  /** As the record names it: generic or brand. */
  readonly name: string;
  readonly code: string;
  readonly from: Day;
  readonly to: Day;
  readonly direction: Direction;
  /** What is truly taken a day; patches: worn at a time. */
  readonly taken: Hundredths;
  /** What is ordered a day, in hundredths, not rounded; it sets how often issues come. */
  readonly ordered: number;
  /** Each issue's quantity, whole units. */
  readonly quantity: number;
  readonly kind: Kind;
  /** Supplied by the issues of the stretch before, whose directions name both: no issues of its own. */
  readonly carriedOn?: true;
}

export type OpioidStretch = Stretch<OpioidProduct>;
export type OtherStretch = Stretch<OtherProduct>;

export interface Career {
  readonly opioids: readonly OpioidStretch[];
  /** What was planted on purpose; the rest follows from the regimen. */
  readonly planted: readonly Situation[];
  /** Where the plan needs the person to have joined on a certain day. */
  readonly registered?: Day;
}

export interface Person {
  readonly index: number;
  readonly id: string;
  readonly practice: 1 | 2;
  readonly birthYear: number;
  readonly sex: "F" | "M";
  readonly registered: Day;
  readonly pattern: string;
}

/** What a pattern needs to plan a career. */
export interface Setting {
  readonly random: Random;
  readonly span: Span;
  /** Records of this person begin here: the start of the span, or the day they joined. */
  readonly start: Day;
}
