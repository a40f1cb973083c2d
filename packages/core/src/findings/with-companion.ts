import type { CompanionClass } from "../medicines/types.ts";
import { anyOpioid, opioidNames, rowsOf } from "./evidence.ts";
import type { Evidence, FindingContext } from "./finding.ts";

/** An opioid, whoever supplies it and whatever for, while a medicine of the class is current too. */
export const withCompanion = ({ dose }: FindingContext, watched: CompanionClass): Evidence | null => {
  const opioids = anyOpioid(dose);
  const companions = dose.companions.filter(({ part }) => part.companion?.class === watched);
  if (opioids.length === 0 || companions.length === 0) return null;
  return {
    opioids: opioidNames(opioids),
    with: [...new Set(companions.map(({ part }) => part.companion!.substance))].toSorted(),
    rows: rowsOf([...opioids, ...companions]),
  };
};
