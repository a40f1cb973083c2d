import { compare, over, ratio, times, type Ratio } from "../quantity/ratio.ts";
import { measure } from "../quantity/measure.ts";
import { dictionary, pairKey, rangeKey } from "./dictionary-index.ts";
import { medicineOf, type Entry } from "./dictionary.ts";
import { formIn, releaseIn, type FormFamily, type FormReading } from "./form-words.ts";
import { COMBINATION_WORDS, OTHER_WORDS } from "./ingredient-words.ts";
import type { NameReading } from "./name-reading.ts";
import { strengthsOnly, type Amount, type Segment, type StrengthGroup } from "./name-strength.ts";
import { isPlausible } from "./plausible-strength.ts";
import type { Medicine, Opioid, Release, Strength } from "./types.ts";

/** What the name says of the opioid part, before it is matched with a product. */
type Stated =
  | { readonly per: "unit"; readonly mg: Ratio }
  | { readonly per: "volume"; readonly mg: Ratio; readonly ml: Ratio; readonly printed: boolean }
  | { readonly per: "hour"; readonly microgramsPerHour: Ratio };

interface Asked {
  readonly substance: Opioid;
  readonly others: readonly string[];
  readonly form: FormReading | null;
  readonly release: Release | null;
  readonly prepared: string;
}

/** With paracetamol, aspirin or ibuprofen a counted thing is swallowed, whether tablet or capsule. */
const SWALLOWED: FormReading = { family: "tablet", form: "tablets or capsules", route: "oral", countedIn: "unit" };

const BIG_OTHERS = new Set(["paracetamol", "aspirin", "ibuprofen"]);

/**
 * Which of two amounts is the opioid's: by a pair that a product has; else paracetamol, aspirin and ibuprofen are the
 * one of 200 mg or more beside at most 100 mg, and naloxone is a half or a quarter of its opioid. Null where neither tells.
 */
const opioidOfPair = (substance: Opioid, other: string, a: Ratio, b: Ratio, onlyKnown: boolean): Ratio | null => {
  const { pairs } = dictionary();
  const forward = pairs.has(pairKey(substance, other, a, b));
  const backward = pairs.has(pairKey(substance, other, b, a));
  if (forward !== backward) return forward ? a : b;
  if (onlyKnown || forward) return null;
  const [small, big] = compare(a, b) < 0 ? [a, b] : [b, a];
  if (BIG_OTHERS.has(other) && compare(big, ratio(200)) >= 0 && compare(small, ratio(100)) <= 0) return small;
  if (
    other === "naloxone" &&
    (compare(big, times(small, ratio(2))) === 0 || compare(big, times(small, ratio(4))) === 0)
  )
    return big;
  return null;
};

const readable = (amounts: readonly Amount[]): boolean =>
  amounts.every((amount) => amount.unit === "mg" || amount.unit === "none");

/** Every strength of the name as one: amounts in order, and the volume if one is named. */
const together = (
  groups: readonly StrengthGroup[],
): { amounts: readonly Amount[]; ml: Ratio | null; printed: boolean } | null => {
  const volumes = groups.filter((group) => group.ml !== null);
  const first = volumes[0];
  if (volumes.some((group) => group.ml !== null && first?.ml != null && compare(group.ml, first.ml) !== 0)) return null;
  return {
    amounts: groups.flatMap((group) => group.amounts),
    ml: first?.ml ?? null,
    printed: first?.volumePrinted ?? false,
  };
};

const inVolume = (mg: Ratio, ml: Ratio | null, printed: boolean): Stated =>
  ml === null ? { per: "unit", mg } : { per: "volume", mg, ml, printed };

const statedOfPair = (asked: Asked, groups: readonly StrengthGroup[], onlyKnown: boolean): Stated | null => {
  const all = together(groups);
  const [other] = asked.others;
  if (all === null || other === undefined || !readable(all.amounts)) return null;
  const [a, b] = all.amounts;
  if (a === undefined) return null;
  if (b === undefined) return onlyKnown ? statedOfKnownOpioid(asked, other, a, all.ml, all.printed) : null;
  if (all.amounts.length !== 2) return null;
  const mg = opioidOfPair(asked.substance, other, a.value, b.value, onlyKnown);
  return mg === null ? null : inVolume(mg, all.ml, all.printed);
};

/** "Co-codamol 30mg tablets": sure where 30 is an opioid strength of that combination and never the other's. */
const statedOfKnownOpioid = (
  asked: Asked,
  other: string,
  amount: Amount,
  ml: Ratio | null,
  printed: boolean,
): Stated | null => {
  if (amount.unit !== "mg" || ml !== null) return null;
  const start = `${asked.substance}|${other}|${amount.value.n}/${amount.value.d}|`;
  const end = `|${amount.value.n}/${amount.value.d}`;
  let asOpioid = false;
  for (const pair of dictionary().pairs) {
    if (pair.startsWith(start)) asOpioid = true;
    if (pair.startsWith(`${asked.substance}|${other}|`) && pair.endsWith(end)) return null;
  }
  return asOpioid ? inVolume(amount.value, ml, printed) : null;
};

const FENTANYL_TWELVE = ratio(25, 2);

/** 12.5 micrograms an hour is what the fentanyl patch labelled 12 releases; records use both. */
const labelledRate = (substance: Opioid, rate: Ratio): Ratio =>
  substance === "fentanyl" && compare(rate, FENTANYL_TWELVE) === 0 ? ratio(12) : rate;

const statedOfPatch = (asked: Asked, all: readonly StrengthGroup[]): Stated | null => {
  const groups = strengthsOnly(all);
  const amounts = groups.flatMap((group) => group.amounts);
  const [only] = amounts;
  if (only === undefined || amounts.length !== 1 || groups.some((group) => group.ml !== null)) return null;
  if (only.unit === "mg")
    return only.micrograms
      ? { per: "hour", microgramsPerHour: labelledRate(asked.substance, times(only.value, ratio(1000))) }
      : null;
  if (only.unit === "unreadable") return null;
  return { per: "hour", microgramsPerHour: labelledRate(asked.substance, only.value) };
};

/** One opioid with one amount of its own; a bare number is no strength. */
const statedAlone = (segment: Segment): Stated | null => {
  const groups = strengthsOnly(segment.groups);
  const [first] = groups;
  const [amount] = first?.amounts ?? [];
  if (first === undefined || amount === undefined || first.amounts.length !== 1 || first.hyphen) return null;
  if (amount.unit !== "mg") return null;
  for (const group of groups.slice(1)) {
    const [again] = group.amounts;
    if (again === undefined || group.amounts.length !== 1 || again.unit !== "mg") return null;
    const sameConcentration =
      compare(over(again.value, group.ml ?? ratio(1)), over(amount.value, first.ml ?? ratio(1))) === 0;
    if (!sameConcentration || (group.ml === null) !== (first.ml === null)) return null;
  }
  return inVolume(amount.value, first.ml, first.volumePrinted);
};

const isRate = (groups: readonly StrengthGroup[]): boolean =>
  groups.some((group) => group.amounts.some((amount) => amount.unit === "microgram/hour"));

const stated = (asked: Asked, segments: readonly Segment[], isOpioidWord: (word: string) => boolean): Stated | null => {
  const groups = strengthsOnly(segments.flatMap((segment) => segment.groups));
  if (asked.form?.family === "patch" || (asked.form === null && isRate(groups))) return statedOfPatch(asked, groups);
  if (isRate(groups)) return null;
  if (segments.some((segment) => segment.words.some((word) => COMBINATION_WORDS.has(word))))
    return statedOfPair(asked, groups, true);
  const own = segments.find((segment) => segment.words.some(isOpioidWord));
  if (own === undefined) return null;
  const eachItsOwn =
    asked.others.length > 0 &&
    own.groups.length > 0 &&
    own.groups.every((group) => group.amounts.length === 1) &&
    !own.words.some((word) => OTHER_WORDS.has(word));
  if (eachItsOwn) return statedAlone(own);
  if (asked.others.length > 0) return asked.others.length === 1 ? statedOfPair(asked, groups, false) : null;
  const merged: Segment = { words: own.words, groups, volumes: own.volumes };
  return statedAlone(merged);
};

/** An ampoule, vial or syringe is counted whole; where its volume is not printed, its content is not known. */
const asCounted = (said: Stated, form: FormReading | null, segments: readonly Segment[]): Stated | null => {
  if (said.per !== "volume" || form?.family !== "injection" || form.countedIn === "ml") return said;
  if (said.printed) return { per: "unit", mg: said.mg };
  const volumes = segments.flatMap((segment) => segment.volumes);
  const [volume] = volumes;
  return volume !== undefined && volumes.length === 1
    ? { per: "unit", mg: times(over(said.mg, said.ml), volume) }
    : null;
};

const sameStrength = (entry: Entry, said: Stated, original: Stated): boolean => {
  if (said.per === "hour")
    return entry.microgramsPerHour !== null && compare(entry.microgramsPerHour, said.microgramsPerHour) === 0;
  if (entry.mg === null) return false;
  if (entry.family === "injection") {
    if (original.per === "unit") return entry.ml === null && compare(entry.mg, original.mg) === 0;
    if (original.per !== "volume" || entry.ml === null) return false;
    if (original.printed) return compare(entry.mg, original.mg) === 0 && compare(entry.ml, original.ml) === 0;
    return (
      said.per === "unit" &&
      compare(entry.mg, said.mg) === 0 &&
      compare(over(entry.mg, entry.ml), over(original.mg, original.ml)) === 0
    );
  }
  if (said.per === "unit") return entry.row.countedIn !== "ml" && compare(entry.mg, said.mg) === 0;
  return (
    entry.row.countedIn === "ml" && entry.ml !== null && compare(over(entry.mg, entry.ml), over(said.mg, said.ml)) === 0
  );
};

const sameOthers = (entry: Entry, others: readonly string[]): boolean => {
  const own = entry.row.with ?? [];
  return own.length === others.length && own.every((each) => others.includes(each));
};

const NOT_PLAIN_TABLET: ReadonlySet<FormFamily> = new Set(["sublingual", "buccal"]);

const familyFits = (entry: Entry, form: FormReading | null): boolean => {
  if (form === null) return entry.family !== "injection" && entry.family !== "other";
  if (form.family === entry.family) return true;
  // Buprenorphine and fentanyl have no swallowed tablets: "Buprenorphine 2mg tablets" go under the tongue.
  return form.family === "tablet" && NOT_PLAIN_TABLET.has(entry.family) && entry.row.countedIn === "tablet";
};

const rank = (entry: Entry, asked: Asked): number => {
  const release = asked.release ?? "immediate";
  const wrongRelease = entry.row.release !== release && entry.row.release !== "transdermal" ? 8 : 0;
  return wrongRelease + formDistance(entry, asked.form) + (entry.row.special === true ? 1 : 0);
};

/** The plain form before its soluble and effervescent sisters; tablets first where the name tells no form. */
const formDistance = (entry: Entry, form: FormReading | null): number => {
  const own = entry.row.form.replace(/^modified-release /, "");
  const said = form?.form ?? "tablets";
  return own === said ? 0 : own.endsWith(said) ? 2 : 4;
};

interface Match {
  readonly entry: Entry | null;
  /** True where products of that strength go by different routes and the name tells no form. */
  readonly routeUncertain: boolean;
}

const matchEntry = (asked: Asked, said: Stated, original: Stated): Match => {
  const candidates = (dictionary().bySubstance.get(asked.substance) ?? [])
    .filter((entry) => familyFits(entry, asked.form))
    .filter((entry) => sameOthers(entry, asked.others))
    .filter((entry) => sameStrength(entry, said, original))
    .filter((entry) => asked.release === null || entry.row.release === asked.release)
    .toSorted((a, b) => rank(a, asked) - rank(b, asked));
  const usual = candidates.filter((entry) => entry.row.special !== true);
  const compared = usual.length > 0 ? usual : candidates;
  const routes = new Set(compared.map((entry) => entry.row.route));
  const loose = asked.form === null || asked.form.family === "tablet";
  if (routes.size > 1 && loose) {
    const exactFamily = compared.filter((entry) => entry.family === asked.form?.family);
    return exactFamily[0] === undefined
      ? { entry: null, routeUncertain: true }
      : { entry: exactFamily[0], routeUncertain: false };
  }
  return { entry: compared[0] ?? null, routeUncertain: false };
};

const decimalText = (value: Ratio): string => String(Number((value.n / value.d).toPrecision(9)));

/** In the name of a product the release stands with the form: "modified-release tablets". */
const formWords = (form: FormReading, release: Release): string =>
  release === "modified" && !form.form.startsWith("modified") ? `modified-release ${form.form}` : form.form;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A product that the dictionary has not, where name and form leave no doubt: mostly those of other countries. */
const made = (asked: Asked, form: FormReading, said: Exclude<Stated, { per: "hour" }>): Medicine => {
  const release = asked.release ?? "immediate";
  const form_ = formWords(form, release);
  const amount = `${decimalText(said.mg)}mg${said.per === "volume" ? `/${decimalText(said.ml)}ml` : ""}`;
  const with_ = asked.others.length > 0 ? ` with ${asked.others.toSorted().join(" and ")}` : "";
  const name = `${capital(asked.substance)} ${amount}${with_} ${form_}`;
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
    form: form_,
    release,
    countedIn: form.countedIn,
    wear: null,
    use: maintenanceByName(asked, form) ? "maintenance" : "analgesic",
    source: "read from the product's own name",
  };
};

/**
 * Whether a name without a BNF code means maintenance treatment. NIF 4.10.1 lists methadone oral solution and
 * buprenorphine of 2 mg or more under the tongue, alone or with naloxone; BNF 4.7.2 has methadone tablets and injection.
 */
const maintenanceByName = (asked: Asked, form: FormReading): boolean => {
  if (asked.substance === "methadone") return form.family === "liquid" && form.form !== "linctus";
  if (asked.substance !== "buprenorphine") return false;
  return form.family === "sublingual" || form.family === "lyophilisate";
};

const plausible = (asked: Asked, family: FormFamily, said: Exclude<Stated, { per: "hour" }>): boolean => {
  const known = dictionary().ranges.get(rangeKey(asked.substance, family, said.per)) ?? null;
  return isPlausible(said.per === "unit" ? said.mg : over(said.mg, said.ml), asked.substance, family, known);
};

/** A counted form needs an amount each, a liquid an amount in a volume; anything else is a slip. */
const fitsForm = (form: FormReading, said: Stated): boolean => {
  if (said.per === "hour") return form.family === "patch";
  if (form.countedIn === "ml" && form.family !== "injection") return said.per === "volume";
  return form.family === "injection" || said.per === "unit";
};

/** Methadone solution of another strength than the listed 1 mg/ml: the concentrates of 10 and 20 mg/ml. */
const methadoneConcentrate = (asked: Asked, said: Stated): boolean =>
  asked.substance === "methadone" &&
  said.per === "volume" &&
  [1, 10, 20].some((mg) => compare(over(said.mg, said.ml), ratio(mg)) === 0);

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
  const release = releaseIn(prepared);
  const asked: Asked = { substance, others, form, release, prepared };
  const refused: NameReading = {
    kind: "no-strength",
    substance,
    family: form?.family ?? null,
    release,
    amountPrinted: segments.some((segment) => segment.groups.length > 0),
    maintenance: form !== null && maintenanceByName(asked, form),
    found: prepared,
  };
  const original = stated(asked, segments, isOpioidWord);
  const said = original === null ? null : asCounted(original, form, segments);
  if (original === null || said === null || (form !== null && !fitsForm(form, said))) return refused;
  const { entry, routeUncertain } = matchEntry(asked, said, original);
  if (routeUncertain) return refused;
  if (entry !== null) {
    const medicine = medicineOf(entry, null);
    return medicine === null ? refused : { kind: "medicine", medicine, entry, brand: null, release };
  }
  if (said.per === "hour") return refused;
  const taken = form ?? (said.per === "unit" && others.some((other) => BIG_OTHERS.has(other)) ? SWALLOWED : null);
  if (taken === null || taken.family === "other") return refused;
  // Without a container, "20mg/2ml" may be one ampoule or a concentration.
  if (taken.family === "injection" && taken.countedIn === "ml" && original.per === "volume" && original.printed)
    return refused;
  if (!plausible(asked, taken.family, said) && !(taken.family === "liquid" && methadoneConcentrate(asked, said)))
    return refused;
  return { kind: "medicine", medicine: made(asked, taken, said), entry: null, brand: null, release };
};
