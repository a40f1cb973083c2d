import { compare, over } from "../quantity/ratio.ts";
import type { Entry } from "./dictionary.ts";
import type { NameReading } from "./name-reading.ts";
import type { StrengthGroup } from "./name-strength.ts";
import { rateOf } from "./stated-strength.ts";
import type { Medicine } from "./types.ts";

const sameStrength = (a: Medicine, b: Entry): boolean => {
  const { strength } = a;
  if (strength.per === "hour")
    return b.microgramsPerHour !== null && compare(strength.amount.value, b.microgramsPerHour) === 0;
  if (b.mg === null) return false;
  if (strength.per === "volume")
    return b.ml !== null && compare(over(strength.amount.value, strength.volume.value), over(b.mg, b.ml)) === 0;
  return b.row.countedIn !== "ml" && compare(strength.amount.value, b.mg) === 0;
};

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((each) => b.includes(each));

/** A tablet of any sort agrees with a tablet under the tongue where the name is the shorter; routes else must be equal. */
export const sameProduct = (named: Extract<NameReading, { kind: "medicine" }>, entry: Entry): boolean => {
  const { medicine } = named;
  if (medicine.substance !== entry.row.substance || !sameStrength(medicine, entry)) return false;
  if (medicine.route !== entry.row.route || !sameList(medicine.combinedWith, entry.row.with ?? [])) return false;
  const saidModified = named.release === "modified" || named.brand !== null;
  return !saidModified || medicine.release === entry.row.release;
};

/** "10mg", "10mg/5ml" or "25" in a name, beside a product that a code names: the same amount, or another. */
const printsStrengthOf = (group: StrengthGroup, entry: Entry): boolean =>
  group.amounts.some((amount) => {
    if (amount.unit === "unreadable") return false;
    if (entry.microgramsPerHour !== null) {
      const rate = rateOf(amount, entry.row.substance);
      return rate !== null && compare(rate, entry.microgramsPerHour) === 0;
    }
    if (amount.unit === "microgram/hour" || entry.mg === null) return false;
    if (group.ml === null) return compare(amount.value, entry.mg) === 0 && entry.row.countedIn !== "ml";
    return entry.ml !== null && compare(over(amount.value, group.ml), over(entry.mg, entry.ml)) === 0;
  });

/**
 * A name that leaves its product open agrees with a code of its opioid unless its form, release or amount is another's:
 * "Tramadol capsules" and "Morphine 10mg" are settled by a code.
 */
export const mayBeProduct = (named: Extract<NameReading, { kind: "no-strength" }>, entry: Entry): boolean => {
  if (named.substance !== entry.row.substance || named.printed === null) return false;
  if (named.printed.length > 0 && !named.printed.some((group) => printsStrengthOf(group, entry))) return false;
  if (named.release === "modified" && entry.row.release !== "modified") return false;
  if (named.family === null || named.family === entry.family) return true;
  if (named.family === "tablet") return entry.family === "sublingual" || entry.family === "buccal";
  // "Powder" is also the powder of sachets and injections; a gel is never a tablet.
  return named.family === "other" && /powder/.test(entry.row.form);
};

/** One BNF code may stand for a solution and a suspension: then the name tells which. */
export const shareBnfCode = (one: Entry, other: Entry): boolean =>
  (one.row.bnf ?? []).some((code) => (other.row.bnf ?? []).includes(code));
