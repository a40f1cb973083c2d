import type { Measure } from "../quantity/measure.ts";

/** Every opioid that the dictionary knows by name, UK products and the ingredients met in US data. */
export type Opioid =
  | "alfentanil"
  | "buprenorphine"
  | "butorphanol"
  | "codeine"
  | "dextromoramide"
  | "dextropropoxyphene"
  | "diamorphine"
  | "dihydrocodeine"
  | "dipipanone"
  | "fentanyl"
  | "hydrocodone"
  | "hydromorphone"
  | "levorphanol"
  | "meptazinol"
  | "methadone"
  | "morphine"
  | "nalbuphine"
  | "opium"
  | "oxycodone"
  | "oxymorphone"
  | "papaveretum"
  | "pentazocine"
  | "pethidine"
  | "remifentanil"
  | "sufentanil"
  | "tapentadol"
  | "tramadol";

/** Medicines watched beside an opioid. */
export type CompanionClass = "benzodiazepine" | "z-drug" | "gabapentinoid" | "naloxone";

export type Route =
  | "oral"
  | "transdermal"
  | "sublingual"
  | "buccal"
  | "oromucosal"
  | "nasal"
  | "rectal"
  | "parenteral"
  | "inhalation"
  | "topical";

export type Release = "immediate" | "modified" | "transdermal";

/** What the opioid part of one counted thing holds. Only the opioid of a combination is ever here. */
export type Strength =
  | { readonly per: "unit"; readonly amount: Measure<"mg"> }
  | { readonly per: "volume"; readonly amount: Measure<"mg">; readonly volume: Measure<"ml"> }
  | { readonly per: "hour"; readonly amount: Measure<"microgram/hour"> };

/**
 * How long one patch is worn, in hours. `licensed` holds each interval that the product may be changed at:
 * one for most; two where a generic name does not tell the brands apart (35, 52.5 and 70 micrograms an hour of
 * buprenorphine: 72 h for Hapoctasin, 96 h for the others).
 */
export interface WearTime {
  readonly usualHours: number;
  readonly licensedHours: readonly number[];
  readonly source: string;
}

/** What a count of the product is counted in: tablets, millilitres, patches ... */
export type CountedIn =
  | "tablet"
  | "capsule"
  | "patch"
  | "ml"
  | "sachet"
  | "lozenge"
  | "suppository"
  | "spray"
  | "film"
  | "ampoule"
  | "cigarette"
  | "g"
  | "unit";

/** One product whose substance and strength are certain. */
export interface Medicine {
  /** Stable: the dm+d VMP code where there is one, else a key made of substance, strength, form. */
  readonly id: string;
  /** The generic name, as dm+d writes it. */
  readonly name: string;
  readonly brand: string | null;
  readonly substance: Opioid;
  /** Other active ingredients, by name; never counted. */
  readonly combinedWith: readonly string[];
  readonly strength: Strength;
  readonly route: Route;
  readonly form: string;
  readonly release: Release;
  readonly countedIn: CountedIn;
  readonly wear: WearTime | null;
  /** "analgesic", or "maintenance" for products of BNF section 4.10: shown, never summed. */
  readonly use: "analgesic" | "maintenance";
  readonly source: string;
}

/** A product code with the system that it belongs to; system null where the record does not say. */
export interface ProductCode {
  readonly system: string | null;
  readonly code: string;
}

export interface ProductText {
  readonly name: string;
  readonly codes: readonly ProductCode[];
}

export type IdentificationProblem =
  | { readonly code: "strength-not-certain"; readonly substance: Opioid; readonly found: string }
  | { readonly code: "code-and-name-disagree"; readonly byCode: string; readonly byName: string }
  | { readonly code: "substance-not-certain"; readonly found: string };

/** What a product is: an opioid of certain strength, a watched companion, none of these, or refused. */
export type Identification =
  | { readonly kind: "opioid"; readonly medicine: Medicine; readonly by: "code" | "name" | "code-and-name" }
  | { readonly kind: "companion"; readonly class: CompanionClass; readonly substance: string }
  | { readonly kind: "not-watched" }
  | {
      readonly kind: "refused";
      readonly problem: IdentificationProblem;
      /** The opioid where that much is certain: the person is still on the register, with "at least". */
      readonly substance: Opioid | null;
      readonly use: "analgesic" | "maintenance" | "not-certain";
    };
