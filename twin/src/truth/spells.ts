import type { OpioidStretch } from "../plan/plan.ts";

/** A time on the practice's opioids for pain with no gap longer than so many days. */
export interface Spell {
  readonly from: number;
  readonly to: number;
}

export const issuedForPain = ({ kind, product }: OpioidStretch): boolean =>
  kind !== "recorded elsewhere" && !product.maintenance;

/** The last spell that began by `day`, under or over; null where there is none. */
export const lastSpell = (stretches: readonly OpioidStretch[], day: number, pause: number): Spell | null => {
  let spell: Spell | null = null;
  const begun = stretches.filter((it) => issuedForPain(it) && it.from <= day).toSorted((a, b) => a.from - b.from);
  for (const { from, to } of begun) {
    if (spell === null || from > spell.to + pause) spell = { from, to };
    else spell = { from: spell.from, to: Math.max(spell.to, to) };
  }
  return spell;
};
