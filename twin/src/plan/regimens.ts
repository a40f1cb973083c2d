import { OPIOIDS, type OpioidProduct } from "../products/opioids.ts";
import {
  everyHours,
  morningNight,
  neededHours,
  neededTimes,
  ranged,
  times,
  upTo,
  worn,
  type Shape,
} from "../texts/shape.ts";

/** One way in which a product is commonly prescribed. */
export interface Regimen {
  readonly share: number;
  readonly product: OpioidProduct;
  readonly shape: Shape;
  /** Issued each time, whole units. */
  readonly quantities: readonly number[];
}

const use = (share: number, product: OpioidProduct, shape: Shape, ...quantities: number[]): Regimen => ({
  share,
  product,
  shape,
  quantities,
});
const o = OPIOIDS;

export const WEAK_AS_NEEDED: readonly Regimen[] = [
  use(22, o.codeine30, neededTimes(1, 2, 4, 8), 224, 112, 200),
  use(8, o.codeine30, neededHours(1, 2, 4, 6, 8), 168, 112),
  use(8, o.codeine15, neededTimes(1, 2, 4), 112, 100),
  use(6, o.codeine30, upTo(1, 1, 4), 84, 112),
  use(18, o.coCodamol30, neededTimes(1, 2, 4, 8), 200, 112, 224),
  use(10, o.coCodamol8, neededTimes(1, 2, 4, 8), 100, 200),
  use(6, o.coCodamol15, neededTimes(2, 2, 4, 8), 224, 112),
  use(6, o.coCodamol30caps, neededTimes(1, 2, 4), 200, 100),
  use(6, o.coCodamol30, ranged(1, 2, 4), 224, 200),
  use(5, o.dihydrocodeine30, neededHours(1, 1, 4, 6), 112, 100),
  use(5, o.dihydrocodeine30, neededTimes(1, 2, 3), 84, 112),
  use(4, o.coDydramol10, neededTimes(1, 2, 4, 8), 100),
  use(12, o.tramadol50, neededTimes(1, 2, 4, 8), 200, 112),
  use(4, o.tramadol50, ranged(1, 2, 3), 168, 112),
];

export const WEAK_REGULAR: readonly Regimen[] = [
  use(14, o.codeine30, times(1, 3), 84),
  use(12, o.codeine30, times(2, 4), 224),
  use(6, o.codeine60, times(1, 4), 112),
  use(14, o.coCodamol30, times(2, 4), 224),
  use(6, o.coCodamol30, times(2, 3), 168),
  use(8, o.coCodamol8, times(2, 4), 224),
  use(8, o.dihydrocodeine60, times(1, 2), 56),
  use(10, o.tramadol50, times(2, 3), 168),
  use(8, o.tramadol50, times(1, 4), 112),
  use(8, o.tramadol100, times(1, 2), 56, 60),
  use(4, o.tramadol150, times(1, 2), 60, 56),
  use(4, o.tramadol200, everyHours(1, 12), 60, 56),
  use(4, o.codeine30, morningNight(1, 2), 84),
];

/** 12 to 84 mg a day. */
export const STRONG_MODERATE: readonly Regimen[] = [
  use(8, o.morphine10, times(1, 2), 56, 60),
  use(5, o.morphine15, everyHours(1, 12), 56, 60),
  use(8, o.morphine30, times(1, 2), 56, 60),
  use(5, o.zomorph10, times(2, 2), 112),
  use(6, o.zomorph30, times(1, 2), 56, 60),
  use(3, o.zomorph10, morningNight(1, 2), 84),
  use(4, o.morphine5, times(1, 2), 56),
  use(7, o.oxycodone10mr, times(1, 2), 56),
  use(6, o.oxycodone20mr, everyHours(1, 12), 56),
  use(4, o.oxycodone5mr, times(1, 2), 56),
  use(10, o.buprenorphine5, worn(168), 4),
  use(12, o.buprenorphine10, worn(168), 4),
  use(8, o.buprenorphine20, worn(168), 4),
  use(2, o.transtec35, worn(96), 7, 8),
  use(2, o.transtec35, worn(84), 8),
  use(1, o.hapoctasin35, worn(72), 10),
  use(5, o.fentanyl12, worn(72), 10, 5),
  use(6, o.fentanyl25, worn(72), 10, 5),
  use(4, o.tapentadol50, times(1, 2), 56),
  use(3, o.tapentadol100, times(1, 2), 56),
];

/** 90 to 119 mg a day. */
export const STRONG_UPPER: readonly Regimen[] = [
  use(6, o.oxycodone30mr, times(1, 2), 56),
  use(4, o.morphine15, times(3, 2), 168),
  use(3, o.morphine30, times(1, 3), 84),
  use(3, o.oxycodone10mr, times(3, 2), 168),
];

/** 120 mg a day and more. */
export const STRONG_HIGH: readonly Regimen[] = [
  use(6, o.morphine60, times(1, 2), 56, 60),
  use(4, o.morphine100, everyHours(1, 12), 56, 60),
  use(4, o.zomorph60, times(1, 2), 56, 60),
  use(3, o.zomorph60, morningNight(1, 2), 84),
  use(6, o.oxycodone40mr, times(1, 2), 56),
  use(3, o.oxycodone60mr, times(1, 2), 56),
  use(3, o.oxycodone80mr, everyHours(1, 12), 56),
  use(5, o.fentanyl50, worn(72), 10),
  use(4, o.fentanyl75, worn(72), 10),
  use(3, o.fentanyl100, worn(72), 10),
  use(2, o.transtec70, worn(96), 7, 8),
  use(3, o.tapentadol200, times(1, 2), 56),
];

/** Beside a regular strong opioid; at most 60 mg a day. */
export const BREAKTHROUGH: readonly Regimen[] = [
  use(10, o.oramorph, neededHours(2.5, 5, 4, 4, 20), 300, 250),
  use(6, o.oramorph, neededHours(5, 5, 4, 6), 300, 500),
  use(4, o.oramorph, neededTimes(2.5, 5, 4), 300),
  use(4, o.shortec5, neededHours(1, 1, 4, 6, 4), 56, 28),
  use(2, o.shortec10, neededTimes(1, 1, 3), 56),
  use(4, o.sevredol10, neededTimes(1, 1, 4), 56),
];

/** A week or so after an injury or operation. */
export const SHORT: readonly Regimen[] = [
  use(30, o.codeine30, neededTimes(1, 2, 4, 8), 28, 30, 56),
  use(10, o.codeine15, neededTimes(1, 2, 4), 28, 56),
  use(20, o.coCodamol30, neededTimes(1, 2, 4, 8), 30, 60, 100),
  use(8, o.coCodamol8, neededTimes(1, 2, 4), 32, 100),
  use(8, o.codeine30, times(1, 4), 28),
  use(8, o.dihydrocodeine30, neededHours(1, 1, 4, 6), 28, 30),
  use(12, o.tramadol50, neededTimes(1, 2, 4, 8), 30, 50),
  use(3, o.oramorph, neededHours(2.5, 5, 4, 4), 100),
];
