import type { PersonData } from "./page-data.ts";

export interface CountShown {
  readonly key: string;
  readonly label: string;
  readonly also?: { readonly key: string; readonly label: string };
}

const hasFinding = (person: PersonData, ...codes: readonly string[]): boolean =>
  person.findings.some((one) => codes.includes(one.code));

const hasNote = (person: PersonData, note: string): boolean => person.notes.includes(note);

/** Filters that are more than one finding. Each key may stand in an address: #show=now. */
const SPECIAL: Readonly<Record<string, (person: PersonData) => boolean>> = {
  everyone: () => true,
  now: ({ since }) => since !== null,
  sedating: (person) =>
    hasFinding(person, "opioid-with-benzodiazepine", "opioid-with-z-drug", "opioid-with-gabapentinoid"),
  "high-dose-120": (person) => hasNote(person, "high-dose-120"),
  "long-term-use-12": (person) => hasNote(person, "long-term-use-12"),
  "not-computed": ({ notComputed }) => notComputed.length > 0,
};

/** Whether a person belongs to what a filter shows: one of the keys above, or the code of a finding. */
export const matches = (person: PersonData, key: string): boolean => SPECIAL[key]?.(person) ?? hasFinding(person, key);

/** The numbers of people at the head of the register; each opens to those people. */
export const COUNTS: readonly CountShown[] = [
  {
    key: "now",
    label: "with an opioid current now",
    also: { key: "everyone", label: "with an opioid in these records" },
  },
  {
    key: "long-term-use",
    label: "for 3 months or longer",
    also: { key: "long-term-use-12", label: "for 12 months or longer" },
  },
  {
    key: "high-dose",
    label: "at 90 mg a day or more",
    also: { key: "high-dose-120", label: "at 120 mg a day or more" },
  },
  { key: "sedating", label: "with a benzodiazepine, Z‑drug or gabapentinoid" },
  {
    key: "not-computed",
    label: "with something that could not be computed",
    also: { key: "unreadable-directions", label: "with directions to be read by a person" },
  },
];

/** The address of a person on the page. */
export const personLink = (id: string): string => `#person=${encodeURIComponent(id)}`;
