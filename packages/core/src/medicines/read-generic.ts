import { compare, ratio } from "../quantity/ratio.ts";
import { medicineOf } from "./dictionary.ts";
import { formIn, releaseIn, type FormReading } from "./form-words.ts";
import { fitsForm, isBelievable, madeProduct, maintenanceByName } from "./made-product.ts";
import { asCounted, matchProduct } from "./match-product.ts";
import type { NameReading } from "./name-reading.ts";
import type { Segment } from "./name-strength.ts";
import { BIG_OTHERS, statedStrength, type Asked, type Stated } from "./stated-strength.ts";
import type { Medicine, Opioid, Release } from "./types.ts";

/** With paracetamol, aspirin or ibuprofen a counted thing is swallowed, whether tablet or capsule. */
const SWALLOWED: FormReading = { family: "tablet", form: "tablets or capsules", route: "oral", countedIn: "unit" };

/** RxNorm writes "Oral Tablet" and says "Extended Release" where it is: silence there is immediate release. */
const releaseSaid = (prepared: string): Release | null =>
  releaseIn(prepared) ?? (/\boral (tablet|capsule)\b/.test(prepared) ? "immediate" : null);

/** Where no product of the dictionary is meant: one made from the name itself, or none. */
const fromNameAlone = (asked: Asked, said: Stated): Medicine | null => {
  if (said.per === "hour") return null;
  const swallowed = said.per === "unit" && asked.others.some((other) => BIG_OTHERS.has(other)) ? SWALLOWED : null;
  const form = asked.form ?? swallowed;
  if (form === null) return null;
  // Without a container, "20mg/2ml" may be one ampoule or a concentration.
  if (form.countedIn === "ml" && said.per === "unit" && said.inMl !== null) return null;
  return isBelievable(asked.substance, form.family, said) ? madeProduct(asked, form, said) : null;
};

/** "Buprenorphine 8mg", without a form: only the medicines of dependence have 2 mg or more in one. */
const isMaintenanceAmount = (asked: Asked, said: Stated | null): boolean =>
  asked.substance === "buprenorphine" && said?.per === "unit" && compare(said.mg, ratio(2)) >= 0;

/**
 * Reads a name that holds the word of one opioid: its strength, form and release, then the product that they are.
 * Refuses (no-strength) where amount, form or route leave a doubt.
 */
export const readGeneric = (
  prepared: string,
  segments: readonly Segment[],
  substance: Opioid,
  others: readonly string[],
  isOpioidWord: (word: string) => boolean,
): NameReading => {
  const form = formIn(prepared);
  const release = releaseSaid(prepared);
  const asked: Asked = { substance, others, form, release };
  const printed = statedStrength(asked, segments, isOpioidWord);
  const refused: NameReading = {
    kind: "no-strength",
    substance,
    family: form?.family ?? null,
    release,
    printed: segments.flatMap((segment) => segment.groups),
    maintenance: form === null ? isMaintenanceAmount(asked, printed) : maintenanceByName(substance, form),
    found: prepared,
  };
  const said = printed === null ? null : asCounted(printed, form, segments);
  if (said === null || (form !== null && !fitsForm(form, said))) return refused;
  const { entry, routeUncertain } = matchProduct(asked, said);
  if (routeUncertain) return refused;
  const medicine = entry === null ? fromNameAlone(asked, said) : medicineOf(entry, null);
  return medicine === null ? refused : { kind: "medicine", medicine, entry, brand: null, release };
};
