import type { CountedIn, Route } from "../medicines/types.ts";
import { compare, ONE, type Ratio, roundHalfEven, times } from "../quantity/ratio.ts";

/** Least and most of something; the unit stands beside it. */
export interface Band {
  readonly min: Ratio;
  readonly max: Ratio;
}

const PLACES = 1_000_000;

/**
 * A number in a working: exact where six decimals hold it, otherwise its nearest three decimals with "about".
 * @example sayNumber(ratio(105, 2)) // "52.5"
 */
export const sayNumber = (value: Ratio): string => {
  if (PLACES % value.d === 0) return String(value.n / value.d);
  return `about ${roundHalfEven(times(value, { n: 1000, d: 1 })) / 1000}`;
};

/**
 * A band in a working: one number where both ends are equal.
 * @example sayBand({ min: ratio(2), max: ratio(4) }) // "2 to 4"
 */
export const sayBand = ({ min, max }: Band): string =>
  compare(min, max) === 0 ? sayNumber(min) : `${sayNumber(min)} to ${sayNumber(max)}`;

const PLURAL: { readonly [unit in CountedIn]: string } = {
  tablet: "tablets",
  capsule: "capsules",
  patch: "patches",
  ml: "ml",
  sachet: "sachets",
  lozenge: "lozenges",
  suppository: "suppositories",
  spray: "sprays",
  film: "films",
  ampoule: "ampoules",
  cigarette: "cigarettes",
  g: "g",
  unit: "units",
};

/**
 * What is counted, in the number that fits the band.
 * @example sayCounted({ min: ONE, max: ONE }, "tablet") // "1 tablet"
 */
export const sayCounted = (band: Band, countedIn: CountedIn): string =>
  `${sayBand(band)} ${compare(band.max, ONE) === 0 && compare(band.min, ONE) === 0 ? countedIn : PLURAL[countedIn]}`;

const BY_ROUTE: { readonly [route in Route]: string } = {
  oral: "by mouth",
  transdermal: "patch",
  sublingual: "under the tongue",
  buccal: "in the cheek",
  oromucosal: "on the lining of the mouth",
  nasal: "by the nose",
  rectal: "by the rectum",
  parenteral: "by injection",
  inhalation: "by inhalation",
  topical: "on the skin",
};

/**
 * A substance with the route that it is given by.
 * @example saySubstance("methadone", "oral") // "methadone by mouth"
 */
export const saySubstance = (substance: string, route: Route): string => `${substance} ${BY_ROUTE[route]}`;
