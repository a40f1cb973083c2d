import type { PersonData } from "./page-data.ts";

export interface CountShown {
  readonly key: string;
  readonly label: string;
  readonly also?: { readonly key: string; readonly label: string };
}

const SEDATING = new Set(["benzodiazepine", "z-drug", "gabapentinoid"]);

const hasFinding = (person: PersonData, code: string): boolean => person.findings.some((one) => one.code === code);

/** Filters that are more than one finding. Each key may stand in an address: #show=now. */
const SPECIAL: Readonly<Record<string, (person: PersonData) => boolean>> = {
  everyone: () => true,
  now: ({ dose }) => dose.max > 0 || dose.atLeast,
  sedating: (person) => person.findings.some((one) => SEDATING.has(one.code.replace(/^(opioid-)?with-/, ""))),
  "not-computed": ({ notComputed }) => notComputed.length > 0,
};

/** Whether a person belongs to what a filter shows: one of the keys above, or the code of a finding. */
export const matches = (person: PersonData, key: string): boolean => SPECIAL[key]?.(person) ?? hasFinding(person, key);

export const isSpecial = (key: string): boolean => key in SPECIAL;

/** The numbers of people at the head of the register; each opens to those people. */
export const COUNTS: readonly CountShown[] = [{ key: "now", label: "with an opioid current now" }];

/** The address of a person on the page. */
export const personLink = (id: string): string => `#person=${encodeURIComponent(id)}`;
