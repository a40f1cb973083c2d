import { compare, over, times } from "../quantity/ratio.ts";
import { dictionary } from "./dictionary-index.ts";
import type { Entry } from "./dictionary.ts";
import type { FormFamily, FormReading } from "./form-words.ts";
import type { Segment } from "./name-strength.ts";
import type { Asked, Stated } from "./stated-strength.ts";

/**
 * An ampoule, vial or syringe is counted whole: "20mg/2ml" is 20 mg each, "10mg/ml 2ml amp" too.
 * Null where the content of a container is not known ("10mg/ml ampoules").
 */
export const asCounted = (said: Stated, form: FormReading | null, segments: readonly Segment[]): Stated | null => {
  if (said.per !== "volume" || form?.family !== "injection") return said;
  const [volume, another] = segments.flatMap((segment) => segment.volumes);
  if (another !== undefined) return null;
  const inContainer = form.countedIn !== "ml";
  if (volume !== undefined && (inContainer || said.printed))
    return { per: "unit", mg: times(over(said.mg, said.ml), volume), inMl: volume };
  if (said.printed) return { per: "unit", mg: said.mg, inMl: said.ml };
  return inContainer ? null : said;
};

const sameStrength = (entry: Entry, said: Stated): boolean => {
  if (said.per === "hour")
    return entry.microgramsPerHour !== null && compare(entry.microgramsPerHour, said.microgramsPerHour) === 0;
  if (entry.mg === null) return false;
  if (said.per === "volume")
    return (
      entry.row.countedIn === "ml" &&
      entry.ml !== null &&
      compare(over(entry.mg, entry.ml), over(said.mg, said.ml)) === 0
    );
  if (compare(entry.mg, said.mg) !== 0) return false;
  return entry.ml === null || said.inMl === null ? entry.ml === said.inMl : compare(entry.ml, said.inMl) === 0;
};

const sameOthers = (entry: Entry, others: readonly string[]): boolean => {
  const own = entry.row.with ?? [];
  return own.length === others.length && own.every((each) => others.includes(each));
};

const NOT_PLAIN_TABLET: ReadonlySet<FormFamily> = new Set(["sublingual", "buccal"]);

const familyFits = (entry: Entry, form: FormReading | null): boolean => {
  if (form === null || form.family === entry.family) return true;
  // Buprenorphine and fentanyl have no swallowed tablets: "Buprenorphine 2mg tablets" go under the tongue.
  return form.family === "tablet" && NOT_PLAIN_TABLET.has(entry.family) && entry.row.countedIn === "tablet";
};

/** The plain form before its soluble and effervescent sisters; tablets first where the name tells no form. */
const formDistance = (entry: Entry, form: FormReading | null): number => {
  const said = form?.form ?? "tablets";
  return entry.row.form === said ? 0 : entry.row.form.endsWith(said) ? 2 : 4;
};

const rank = (entry: Entry, asked: Asked, said: Stated): number => {
  const release = asked.release ?? "immediate";
  const wrongRelease = entry.row.release === release ? 0 : 16;
  const printedOtherwise = said.per === "volume" && entry.mg !== null && compare(entry.mg, said.mg) !== 0 ? 12 : 0;
  return wrongRelease + formDistance(entry, asked.form) + (entry.row.special === true ? 8 : 0) + printedOtherwise;
};

/** The same concentration in an ampoule: without a word of the form, "10mg/ml" may be either. */
const isAlsoInjection = (asked: Asked, said: Stated): boolean =>
  said.per === "volume" &&
  (dictionary().bySubstance.get(asked.substance) ?? []).some((entry) => {
    if (entry.family !== "injection" || entry.row.special === true || entry.mg === null || entry.ml === null)
      return false;
    if (said.printed) return compare(entry.mg, said.mg) === 0 && compare(entry.ml, said.ml) === 0;
    return compare(over(entry.mg, entry.ml), over(said.mg, said.ml)) === 0;
  });

export interface Match {
  readonly entry: Entry | null;
  /** True where products of that strength go by different routes and the name does not tell which. */
  readonly routeUncertain: boolean;
}

const UNCERTAIN: Match = { entry: null, routeUncertain: true };

/** The product of the dictionary that a name means; none where it has none, uncertain where the route is in doubt. */
export const matchProduct = (asked: Asked, said: Stated): Match => {
  const candidates = (dictionary().bySubstance.get(asked.substance) ?? [])
    .filter((entry) => familyFits(entry, asked.form) && sameOthers(entry, asked.others) && sameStrength(entry, said))
    .filter((entry) => asked.release === null || entry.row.release === asked.release)
    .toSorted((a, b) => rank(a, asked, said) - rank(b, asked, said));
  const [first] = candidates;
  if (first === undefined) return { entry: null, routeUncertain: false };
  const usual = candidates.filter((entry) => entry.row.special !== true);
  const oneRoute = (usual.length > 0 ? usual : candidates).every((entry) => entry.row.route === first.row.route);
  if (asked.form === null) {
    // "Diamorphine 10mg" is a tablet, and the powder of an ampoule.
    const certain =
      oneRoute && (first.row.route === "oral" || first.family === "patch") && !isAlsoInjection(asked, said);
    return certain ? { entry: first, routeUncertain: false } : UNCERTAIN;
  }
  return oneRoute ? { entry: first, routeUncertain: false } : UNCERTAIN;
};
