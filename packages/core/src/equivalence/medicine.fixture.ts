import type { Medicine } from "../medicines/types.ts";
import { measure } from "../quantity/measure.ts";
import { parseDecimal, type Ratio } from "../quantity/ratio.ts";
import type { EquivalenceCase } from "./equivalence.spec-table.ts";

export const exact = (figure: string): Ratio => {
  const value = parseDecimal(figure);
  if (value === null) throw new Error(`not a decimal: ${figure}`);
  return value;
};

const strengthOf = (holds: EquivalenceCase["holds"]): Medicine["strength"] => {
  if ("microgramsPerHour" in holds)
    return { per: "hour", amount: measure(exact(holds.microgramsPerHour), "microgram/hour") };
  const amount = measure(exact(holds.mg), "mg");
  return "inMl" in holds
    ? { per: "volume", amount, volume: measure(exact(holds.inMl), "ml") }
    : { per: "unit", amount };
};

type Needed = Pick<EquivalenceCase, "substance" | "holds"> &
  Partial<Pick<EquivalenceCase, "route" | "countedIn" | "product">>;

/** Test support: a medicine with only what matters to the case. */
export const medicineOf = (needed: Needed, more: Partial<Medicine> = {}): Medicine => {
  const isPatch = "microgramsPerHour" in needed.holds;
  const route = needed.route ?? (isPatch ? "transdermal" : "oral");
  const name = needed.product ?? `${needed.substance} ${JSON.stringify(needed.holds)}`;
  return {
    id: `${needed.substance} ${JSON.stringify(needed.holds)} ${route}`,
    name,
    brand: null,
    substance: needed.substance,
    combinedWith: [],
    strength: strengthOf(needed.holds),
    route,
    form: "tablets",
    release: isPatch ? "transdermal" : "immediate",
    countedIn: needed.countedIn ?? (isPatch ? "patch" : "tablet"),
    wear:
      "microgramsPerHour" in needed.holds
        ? { usualHours: needed.holds.wearHours, licensedHours: [needed.holds.wearHours], source: "OP-REPO" }
        : null,
    use: "analgesic",
    source: "dictionary",
    ...more,
  };
};
