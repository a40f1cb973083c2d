import type { Brand, Entry } from "./dictionary.ts";
import type { FormFamily } from "./form-words.ts";
import type { StrengthGroup } from "./name-strength.ts";
import type { CompanionClass, Medicine, Opioid, Release } from "./types.ts";

/** A name that holds an opioid: a medicine of certain strength, or an opioid without one. */
export type OpioidReading = Extract<NameReading, { kind: "medicine" | "no-strength" }>;

/** What a name alone says, before any code is looked at. */
export type NameReading =
  | { readonly kind: "not-watched" }
  | { readonly kind: "companion"; readonly class: CompanionClass; readonly substance: string }
  | {
      readonly kind: "medicine";
      readonly medicine: Medicine;
      readonly entry: Entry | null;
      readonly brand: Brand | null;
      /** As the name itself says it; null where it says none. */
      readonly release: Release | null;
    }
  | {
      readonly kind: "no-strength";
      readonly substance: Opioid;
      readonly family: FormFamily | null;
      readonly release: Release | null;
      /** The strengths that the name does print, though they do not settle the product. Null where it is unreadable, or a product's own name. */
      readonly printed: readonly StrengthGroup[] | null;
      readonly maintenance: boolean;
      readonly found: string;
    }
  | { readonly kind: "substance-in-doubt"; readonly found: string };

export const substanceRead = (reading: OpioidReading): Opioid =>
  reading.kind === "medicine" ? reading.medicine.substance : reading.substance;
