import { milligrams } from "../exposure/milligrams.ts";
import type { Dose } from "../exposure/dose-on.ts";
import type { Span } from "../exposure/span.ts";
import { rowsOf } from "./evidence.ts";
import type { FindingRule } from "./finding.ts";
import { reaches } from "./reaches.ts";
import { FPM_KEY, OP_V2 } from "./sources.ts";

/** The mark until November 2025, still met in guidance; shown beside the one in use. */
const FORMER_MG_PER_DAY = 120;

/** What was refused adds nothing, and so proves nothing. */
const withNumber = ({ current }: Dose): readonly Span[] =>
  current.filter(({ directed }) => directed !== null).map(({ span }) => span);

const isCounted = ({ part }: Span): boolean => part.notSupplied === null;

/** The dose, as directed at most or as supplied, is at or above the threshold (mg OME a day). */
export const highDose: FindingRule<"high-dose", { mgPerDay: number }> = {
  code: "high-dose",
  title: "Dose at or above {mgPerDay} mg a day",
  source: OP_V2,
  alsoSee: [FPM_KEY],
  defaults: { mgPerDay: 90 },
  find: ({ dose }, { mgPerDay }) => {
    const { directed, supplied } = reaches(dose, mgPerDay);
    if (!directed && !supplied) return null;
    const former = reaches(dose, FORMER_MG_PER_DAY);
    return {
      directedMaxMgPerDay: milligrams(dose.directed.max),
      suppliedMgPerDay: milligrams(dose.inWindow, dose.settings.supplyWindowDays),
      by: directed && supplied ? "directed and supplied" : directed ? "directed" : "supplied",
      at120: former.directed || former.supplied,
      rows: rowsOf([...(directed ? withNumber(dose) : []), ...(supplied ? dose.supplies.filter(isCounted) : [])]),
    };
  },
};
