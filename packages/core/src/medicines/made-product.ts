import { measure } from "../quantity/measure.ts";
import { compare, over, ratio, type Ratio } from "../quantity/ratio.ts";
import { dictionary, rangeKey } from "./dictionary-index.ts";
import type { FormFamily, FormReading } from "./form-words.ts";
import { isPlausible } from "./plausible-strength.ts";
import type { Asked, Stated } from "./stated-strength.ts";
import type { Medicine, Opioid, Release, Strength } from "./types.ts";

type Counted = Exclude<Stated, { per: "hour" }>;

/**
 * Whether a name without a BNF code means maintenance treatment. NIF 4.10.1 lists methadone oral solution and
 * buprenorphine of 2 mg or more under the tongue, alone or with naloxone; BNF 4.7.2 has methadone tablets and injection.
 */
export const maintenanceByName = (substance: Opioid, form: FormReading): boolean => {
  if (substance === "methadone") return form.family === "liquid" && form.form !== "linctus";
  if (substance !== "buprenorphine") return false;
  return form.family === "sublingual" || form.family === "lyophilisate";
};

/** A counted form needs an amount each, a liquid an amount in a volume; anything else is a slip. */
export const fitsForm = (form: FormReading, said: Stated): boolean => {
  // A rate is read where the form is a patch, or none.
  if (said.per === "hour" || form.family === "injection") return true;
  return form.countedIn === "ml" ? said.per === "volume" : said.per === "unit";
};

/** Methadone solution of another strength than the listed 1 mg/ml: the concentrates of 10 and 20 mg/ml. */
const isMethadoneSolution = (substance: Opioid, family: FormFamily, said: Counted): boolean =>
  substance === "methadone" &&
  family === "liquid" &&
  said.per === "volume" &&
  [1, 2, 10, 20].some((mg) => compare(over(said.mg, said.ml), ratio(mg)) === 0);

/** Whether such a strength may exist: measured against every product known of that substance and form. */
export const isBelievable = (substance: Opioid, family: FormFamily, said: Counted): boolean => {
  const known = dictionary().ranges.get(rangeKey(substance, family, said.per)) ?? null;
  const amount = said.per === "unit" ? said.mg : over(said.mg, said.ml);
  return isPlausible(amount, substance, family, known) || isMethadoneSolution(substance, family, said);
};

const decimalText = (value: Ratio): string => String(Number((value.n / value.d).toPrecision(9)));

const formWords = (form: FormReading, release: Release): string =>
  release === "modified" ? `modified-release ${form.form}` : form.form;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A product that the dictionary has not, where name and form leave no doubt: mostly those of other countries. */
export const madeProduct = (asked: Asked, form: FormReading, said: Counted): Medicine => {
  const release = asked.release ?? "immediate";
  const words = formWords(form, release);
  const volume = said.per === "volume" ? said.ml : said.inMl;
  const amount = `${decimalText(said.mg)}mg${volume === null ? "" : `/${decimalText(volume)}ml`}`;
  const others = asked.others.length > 0 ? ` with ${asked.others.toSorted().join(" and ")}` : "";
  const name = `${capital(asked.substance)} ${amount}${others} ${words}`;
  const strength: Strength =
    said.per === "unit"
      ? { per: "unit", amount: measure(said.mg, "mg") }
      : { per: "volume", amount: measure(said.mg, "mg"), volume: measure(said.ml, "ml") };
  return {
    id: name.toLowerCase(),
    name,
    brand: null,
    substance: asked.substance,
    combinedWith: asked.others,
    strength,
    route: form.route,
    form: words,
    release,
    countedIn: said.per === "unit" && form.countedIn === "ml" ? "unit" : form.countedIn,
    wear: null,
    use: maintenanceByName(asked.substance, form) ? "maintenance" : "analgesic",
    source: "read from the product's own name",
  };
};
