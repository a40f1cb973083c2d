/** What a finding is called on a chip: short, a fact, never a name for a person. */
const NAMES: Readonly<Record<string, string>> = {
  "high-dose": "90 mg or more",
  "high-dose-90": "90 mg or more",
  "high-dose-120": "120 mg or more",
};

/** A finding's short name; its code with spaces where it has none yet. */
export const nameFinding = (code: string): string => NAMES[code] ?? code.replaceAll("-", " ");
