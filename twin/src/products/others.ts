import type { Form, Product } from "./opioids.ts";

/** Everything else that a practice prescribes. Codes are left empty: the facts hold none for these. */
export interface OtherProduct extends Product {
  readonly watched: "benzodiazepine" | "z-drug" | "gabapentinoid" | "naloxone" | null;
  readonly pain: boolean;
}

const other = (name: string, form: Form, pain = false): OtherProduct => ({
  name,
  code: "",
  form,
  brands: [],
  watched: null,
  pain,
});

const companion = (watched: NonNullable<OtherProduct["watched"]>, name: string, form: Form): OtherProduct => ({
  name,
  code: "",
  form,
  brands: [],
  watched,
  pain: watched === "gabapentinoid",
});

export const BENZODIAZEPINES = [
  companion("benzodiazepine", "Diazepam 2mg tablets", "tablet"),
  companion("benzodiazepine", "Diazepam 5mg tablets", "tablet"),
  companion("benzodiazepine", "Lorazepam 1mg tablets", "tablet"),
  companion("benzodiazepine", "Temazepam 10mg tablets", "tablet"),
] as const;

export const Z_DRUGS = [
  companion("z-drug", "Zopiclone 7.5mg tablets", "tablet"),
  companion("z-drug", "Zopiclone 3.75mg tablets", "tablet"),
  companion("z-drug", "Zolpidem 10mg tablets", "tablet"),
] as const;

export const GABAPENTINOIDS = [
  companion("gabapentinoid", "Gabapentin 300mg capsules", "capsule"),
  companion("gabapentinoid", "Gabapentin 100mg capsules", "capsule"),
  companion("gabapentinoid", "Pregabalin 75mg capsules", "capsule"),
  companion("gabapentinoid", "Pregabalin 150mg capsules", "capsule"),
] as const;

export const NALOXONE = companion("naloxone", "Naloxone 1.8mg/0.1ml nasal spray unit dose", "puff");

/** Taken every day, once. */
export const ONCE_DAILY = [
  other("Amlodipine 5mg tablets", "tablet"),
  other("Amlodipine 10mg tablets", "tablet"),
  other("Atorvastatin 20mg tablets", "tablet"),
  other("Atorvastatin 40mg tablets", "tablet"),
  other("Ramipril 5mg capsules", "capsule"),
  other("Lansoprazole 30mg gastro-resistant capsules", "capsule"),
  other("Omeprazole 20mg gastro-resistant capsules", "capsule"),
  other("Sertraline 50mg tablets", "tablet"),
  other("Citalopram 20mg tablets", "tablet"),
  other("Levothyroxine sodium 100microgram tablets", "tablet"),
  other("Bisoprolol 2.5mg tablets", "tablet"),
  other("Aspirin 75mg dispersible tablets", "tablet"),
  other("Bendroflumethiazide 2.5mg tablets", "tablet"),
  other("Cetirizine 10mg tablets", "tablet"),
] as const;

export const SEVERAL_TIMES_DAILY = [
  other("Metformin 500mg tablets", "tablet"),
  other("Apixaban 5mg tablets", "tablet"),
  other("Gliclazide 80mg tablets", "tablet"),
  other("Baclofen 10mg tablets", "tablet"),
] as const;

export const AS_NEEDED = [
  other("Salbutamol 100micrograms/dose inhaler CFC free", "puff"),
  other("Senna 7.5mg tablets", "tablet"),
  other("Macrogol compound oral powder sachets NPF sugar free", "sachet"),
  other("Loratadine 10mg tablets", "tablet"),
  other("Cyclizine 50mg tablets", "tablet"),
] as const;

export const PAIN_AS_NEEDED = [
  other("Paracetamol 500mg tablets", "tablet", true),
  other("Ibuprofen 400mg tablets", "tablet", true),
  other("Naproxen 500mg tablets", "tablet", true),
  other("Paracetamol 500mg caplets", "tablet", true),
] as const;

export const SHORT_COURSES = [
  other("Amoxicillin 500mg capsules", "capsule"),
  other("Doxycycline 100mg capsules", "capsule"),
  other("Flucloxacillin 500mg capsules", "capsule"),
  other("Trimethoprim 200mg tablets", "tablet"),
  other("Prednisolone 5mg tablets", "tablet"),
] as const;

export const APPLIED = [
  other("Hydrocortisone 1% cream", "application"),
  other("Zerobase cream", "application"),
  other("Clotrimazole 1% cream", "application"),
] as const;
