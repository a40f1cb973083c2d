import type { Medicine } from "../medicines/types.ts";
import { ratio, type Ratio, times } from "../quantity/ratio.ts";
import type { Amount, Covers } from "./conversion.ts";
import type { Step } from "./types.ts";
import { type Band, sayBand, sayCounted, sayNumber } from "./wording.ts";

export interface SubstanceAmount {
  readonly status: "known";
  readonly mg: Band;
  readonly steps: readonly Step[];
}

type Refused = { readonly status: "refused"; readonly detail: string };

const scaleBand = (band: Band, by: Ratio): Band => ({ min: times(band.min, by), max: times(band.max, by) });

const WHERE: { readonly [covers in Covers]: string } = { "a day": "the directions", "in all": "the quantity" };

const known = (mg: Band, ...steps: readonly Step[]): SubstanceAmount => ({ status: "known", mg, steps });

const fromUnits = (medicine: Medicine, amount: Amount, covers: Covers, mgEach: Ratio): SubstanceAmount => {
  const mg = scaleBand(amount, mgEach);
  const each = `${sayNumber(mgEach)} mg`;
  return known(
    mg,
    { say: `${each} in each ${medicine.countedIn}`, source: medicine.source },
    {
      say: `${sayCounted(amount, medicine.countedIn)} ${covers}: ${sayBand(amount)} x ${each} = ${sayBand(mg)} mg ${medicine.substance} ${covers}`,
      source: WHERE[covers],
    },
  );
};

const fromMl = (medicine: Medicine, amount: Amount, covers: Covers, mgPerMl: Ratio, holds: string): SubstanceAmount => {
  const mg = scaleBand(amount, mgPerMl);
  return known(
    mg,
    { say: `${holds}: ${sayNumber(mgPerMl)} mg in each ml`, source: medicine.source },
    {
      say: `${sayBand(amount)} ml ${covers}: ${sayBand(amount)} x ${sayNumber(mgPerMl)} mg = ${sayBand(mg)} mg ${medicine.substance} ${covers}`,
      source: WHERE[covers],
    },
  );
};

const fromMass = (medicine: Medicine, amount: Amount, covers: Covers): SubstanceAmount => {
  const written = `${sayBand(amount)} ${amount.unit === "mg" ? "mg" : "micrograms"} ${medicine.substance} ${covers}`;
  if (amount.unit === "mg") return known(amount, { say: written, source: WHERE[covers] });
  const mg = scaleBand(amount, ratio(1, 1000));
  return known(mg, { say: `${written} = ${sayBand(mg)} mg ${medicine.substance} ${covers}`, source: WHERE[covers] });
};

/**
 * How many mg of the opioid an amount of a product holds (not for patches, which go by the hour).
 * Refuses millilitres of something that has no strength by volume, and a count of something that has no
 * strength by the piece.
 */
export const substanceIn = (medicine: Medicine, amount: Amount, covers: Covers): SubstanceAmount | Refused => {
  const { strength } = medicine;
  if (amount.unit === "mg" || amount.unit === "microgram") return fromMass(medicine, amount, covers);
  if (strength.per === "unit" && amount.unit === "counted")
    return fromUnits(medicine, amount, covers, strength.amount.value);
  if (strength.per === "volume" && amount.unit === "ml") {
    const volume = strength.volume.value;
    const mgPerMl = times(strength.amount.value, { n: volume.d, d: volume.n });
    const holds = `${sayNumber(strength.amount.value)} mg in ${sayNumber(volume)} ml`;
    return fromMl(medicine, amount, covers, mgPerMl, holds);
  }
  const asked = amount.unit === "counted" ? `a number of ${medicine.countedIn}` : amount.unit;
  return { status: "refused", detail: `${medicine.name} cannot be converted from ${asked}` };
};
