import { addDays, type Day } from "@concord/core";
import type { OpioidProduct } from "../products/opioids.ts";
import type { Random } from "../random.ts";
import { perDay, type Direction, type Shape } from "../texts/shape.ts";
import { writeUnreadable } from "../texts/unreadable.ts";
import { writeDirection } from "../texts/write-direction.ts";
import type { Kind, OpioidStretch } from "./plan.ts";
import type { Regimen } from "./regimens.ts";

/** Of opioid directions, in 10,000, those from which nobody can know the dose. */
const UNREADABLE = 130;
/** As-needed medicines come late enough, in 10,000, that their last supply looks used up before the next. */
const SLOW = 400;
/** Of modified-release tablets, in 10,000, those whose directions also state the total. */
const TOTAL_STATED = 500;
const GRACE_LEFT = 24;

interface Wish {
  readonly from: Day;
  readonly to: Day;
  readonly kind?: Kind;
  /** Ordered for each hundred truly needed: 100 on time, above it early. */
  readonly pace?: number;
  /** Taken for each hundred directed; otherwise what fits the directions. */
  readonly taking?: number;
  readonly readable?: "always" | "never";
}

/** A regimen, given to one person for a while: its words, its quantity, and what is truly taken. */
export const stretchOf = (random: Random, regimen: Regimen, wish: Wish): OpioidStretch => {
  const { product, shape } = regimen;
  const quantity = random.pick(regimen.quantities);
  const directed = perDay(shape);
  // Patches are counted by those worn, everything else by units a day.
  const aDay = shape.often.kind === "worn" ? shape.most : directed.max;
  const taking = wish.taking ?? takingOf(random, shape, quantity, directed.max);
  const taken = Math.max(1, Math.round((aDay * taking) / 100));
  const usedADay = (directed.max * taking) / 100;
  return {
    product,
    ...named(random, product),
    from: wish.from,
    to: wish.to,
    direction: directionOf(random, shape, product, wish.readable),
    taken,
    ordered: (usedADay * (wish.pace ?? 100)) / 100,
    quantity,
    kind: wish.kind ?? "repeat",
  };
};

/** Percent of the most directed that is truly taken. */
const takingOf = (random: Random, shape: Shape, quantity: number, max: number): number => {
  const band = perDay(shape);
  if (band.min === band.max) return 100;
  const least = Math.max(25, Math.ceil((band.min * 100) / band.max));
  if (random.in10000(SLOW)) return Math.max(least, 30);
  const lasts = (quantity * 100) / max;
  const slowest = Math.ceil((lasts * 100) / (lasts + GRACE_LEFT));
  return random.between(Math.min(95, Math.max(least, slowest)), 96);
};

const directionOf = (random: Random, shape: Shape, product: OpioidProduct, readable: Wish["readable"]): Direction =>
  readable === "never" || (readable === undefined && random.in10000(UNREADABLE))
    ? writeUnreadable(random, shape, product.form)
    : withTotal(random, writeDirection(random, shape, product.form, true), product);

/** Now and then the prescriber adds what it comes to in a day. */
const withTotal = (random: Random, direction: Direction, product: OpioidProduct): Direction => {
  const { shape } = direction;
  const mg = product.modified && product.form !== "patch" ? Number(/(\d+)mg/.exec(product.name)?.[1] ?? 0) : 0;
  if (mg === 0 || shape.often.kind !== "times" || !random.in10000(TOTAL_STATED)) return direction;
  const total = (mg * perDay(shape).max) / 100;
  return {
    ...direction,
    text: direction.text + random.pick([` (TOTAL ${total}MG)`, ` (total ${total}mg a day)`, ` = ${total}mg daily`]),
  };
};

/** Brand or generic, with or without its code. A patch whose wear time hangs on the brand is always named by it. */
const named = (random: Random, product: OpioidProduct): { name: string; code: string } => {
  const brandMatters = product.wearHours === 72 && product.substance === "buprenorphine";
  const byBrand = product.brands.length > 0 && (brandMatters || random.in10000(product.modified ? 5500 : 2500));
  return {
    name: byBrand ? random.pick(product.brands) : product.name,
    code: random.in10000(1500) ? "" : product.code,
  };
};

/** Whole days that one issue lasts at the rate it is ordered. */
export const daysEachIssue = (stretch: OpioidStretch): number =>
  Math.max(2, (stretch.quantity * 100) / stretch.ordered);

/** The day on which so many issues are used up. */
export const afterIssues = (stretch: OpioidStretch, issues: number): Day =>
  addDays(stretch.from, Math.round(daysEachIssue(stretch) * issues));
