import { toNumber } from "../quantity/ratio.ts";
import { identify } from "./identify.ts";
import type { Identification, ProductCode, Strength } from "./types.ts";

const strength = (of: Strength): string => {
  const amount = toNumber(of.amount.value);
  if (of.per === "hour") return `${amount} micrograms/hour`;
  return of.per === "volume" ? `${amount} mg/${toNumber(of.volume.value)} ml` : `${amount} mg`;
};

/** An identification in one line, as the tables of the tests write it. */
export const say = (found: Identification): string => {
  if (found.kind === "opioid") {
    const { medicine } = found;
    const parts = [
      medicine.substance,
      strength(medicine.strength),
      medicine.release,
      medicine.route,
      medicine.countedIn,
    ];
    if (medicine.combinedWith.length > 0) parts.push(`with ${medicine.combinedWith.join(" and ")}`);
    if (medicine.use === "maintenance") parts.push("maintenance");
    return parts.join(", ");
  }
  if (found.kind === "companion") return `${found.class}: ${found.substance}`;
  if (found.kind === "refused") return `${found.problem.code}: ${found.substance ?? "?"}, ${found.use}`;
  return found.kind.replace("-", " ");
};

export const named = (name: string): string => say(identify({ name, codes: [] }));
export const coded = (name: string, ...codes: readonly ProductCode[]): string => say(identify({ name, codes }));
