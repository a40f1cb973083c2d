import type { CountedIn, Release, Route } from "./types.ts";

/** A kind of product that records do not tell apart further: every sort of swallowed tablet is one. */
export type FormFamily =
  | "tablet"
  | "capsule"
  | "sachet"
  | "liquid"
  | "patch"
  | "sublingual"
  | "buccal"
  | "lyophilisate"
  | "lozenge"
  | "nasal"
  | "suppository"
  | "injection"
  | "cigarette"
  | "other";

export interface FormReading {
  readonly family: FormFamily;
  readonly form: string;
  readonly route: Route;
  readonly countedIn: CountedIn;
}

const form = (family: FormFamily, name: string, route: Route, countedIn: CountedIn): FormReading => ({
  family,
  form: name,
  route,
  countedIn,
});

/** First match wins: the narrower form stands above the wider. Abbreviations as in UK records and old BNF names. */
const FORMS: readonly (readonly [RegExp, FormReading])[] = [
  [
    /\b(patch|patches|ptch|transdermal|transderm|trans?dermal system)\b/,
    form("patch", "transdermal patches", "transdermal", "patch"),
  ],
  [/\b(lozenges?|loz|lollipops?|oromucosal)\b/, form("lozenge", "lozenges", "oromucosal", "lozenge")],
  [/\b(nasal|intranasal|nsl|nose)\b/, form("nasal", "nasal spray", "nasal", "spray")],
  [/\b(lyophilisates?|lyophilizates?|lyoph)\b/, form("lyophilisate", "oral lyophilisates", "oromucosal", "tablet")],
  [
    /\b(sublingual|subling|sl)\b.*\bfilms?\b|\bfilms?\b.*\b(sublingual|subling|sl)\b/,
    form("sublingual", "sublingual films", "sublingual", "film"),
  ],
  [/\b(sublingual|subling|sl)\b/, form("sublingual", "sublingual tablets", "sublingual", "tablet")],
  [/\bbuccal\b.*\bfilms?\b/, form("buccal", "buccal films", "buccal", "film")],
  [/\bbuccal\b/, form("buccal", "buccal tablets", "buccal", "tablet")],
  [/\b(suppository|suppositories|suppos|supps?)\b/, form("suppository", "suppositories", "rectal", "suppository")],
  [/\b(cigarettes?|reefers?)\b/, form("cigarette", "impregnated cigarettes", "inhalation", "cigarette")],
  [
    /\b(ampoules?|amps?|ampules?|ampold)\b/,
    form("injection", "solution for injection ampoules", "parenteral", "ampoule"),
  ],
  [
    /\b(?<!unit dose )(vials?|vl)\b|\b(?<!oral )(syringes?|pfs)\b|\b(cartridges?|bags?|minijet|pca)\b/,
    form("injection", "solution for injection vials", "parenteral", "unit"),
  ],
  [
    /\b(inj|injection|injectable|infusion|inf|epidural|iv|im|sc|intrathecal|depot)\b/,
    form("injection", "solution for injection", "parenteral", "ml"),
  ],
  [/\b(sachets?|sach|granules)\b/, form("sachet", "sachets", "oral", "sachet")],
  [/\b(drops?|drps?)\b/, form("liquid", "oral drops", "oral", "ml")],
  [/\b(linctus|lct|linct)\b/, form("liquid", "linctus", "oral", "ml")],
  [
    /\b(soluble|solb|sol|effervescent|eff|effer|dispersible|disp|orodispersible|oro|melt|chewable)\b.*\b(tablets?|tabs?|tab)\b|\b(tablets?|tabs?)\b.*\b(soluble|solb|sol|effervescent|eff|dispersible|disp|orodispersible|oro)\b/,
    form("tablet", "soluble tablets", "oral", "tablet"),
  ],
  [
    /\b(suspension|susp|oral solution|solution|soln|liquid|liq|syrup|mixture|mixt|elixir|concentrate|concentrated|conc|unit dose vials?|udv)\b/,
    form("liquid", "oral solution", "oral", "ml"),
  ],
  [/\b(caplets?|tablets?|tabs?|tbs|tb)\b/, form("tablet", "tablets", "oral", "tablet")],
  [/\b(capsules?|caps?)\b/, form("capsule", "capsules", "oral", "capsule")],
  [/\b(gel|cream|ointment|topical|powder|pdr|%)\b|%/, form("other", "other", "topical", "g")],
];

/**
 * What form a prepared name says; null where it says none.
 * @example formIn("zomorph 10mg caps")?.countedIn // "capsule"
 */
export const formIn = (prepared: string): FormReading | null => {
  if (/\bpowder for solution for (injection|infusion)\b/.test(prepared) && !/\bampoules?\b/.test(prepared))
    return form("injection", "powder for solution for injection vials", "parenteral", "unit");
  for (const [pattern, reading] of FORMS) if (pattern.test(prepared)) return reading;
  return null;
};

/** The family of a form as the dictionary writes it. */
export const familyOfForm = (dictionaryForm: string): FormFamily => formIn(dictionaryForm)?.family ?? "other";

const MODIFIED =
  /\b(mr|sr|xl|pr|cr|er|xr|modified|prolonged|extended|sustained|controlled|slow|retard|continus|contin|12 ?hr|24 ?hr|12 ?hour|24 ?hour)\b/;

/** The release that the name itself says; null where it says none. */
export const releaseIn = (prepared: string): Release | null => (MODIFIED.test(prepared) ? "modified" : null);
