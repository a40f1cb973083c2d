import type { Form } from "../products/opioids.ts";

/** How one prescriber writes. A style turns amounts, times and asides into its own habit of words. */
export interface Style {
  readonly name: string;
  readonly share: number;
  readonly verb: (form: Form) => string;
  /** Said after the amount instead of before it: "to be taken". */
  readonly after?: (form: Form) => string;
  readonly numbers: "named" | "shouted" | "figures";
  readonly units: "full" | "bracketed" | "short" | "none";
  readonly manner: "long" | "brief" | "latin";
  readonly joiner: string;
  /** Last touch on the whole text. */
  readonly finish: (text: string) => string;
  readonly maximum: (amount: string, unit: string) => string;
}

const same = (text: string): string => text;
const titleCase = (text: string): string => text.replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase());
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const verb = (form: Form, take: string, apply: string, inhale: string): string =>
  form === "patch" || form === "application" ? apply : form === "puff" ? inhale : take;

export const STYLES: readonly Style[] = [
  {
    name: "drop-down",
    share: 26,
    verb: (form) => verb(form, "Take", "Apply", "Inhale"),
    numbers: "shouted",
    units: "none",
    manner: "long",
    joiner: " or ",
    finish: same,
    maximum: (amount) => `. Maximum ${amount} in 24 hours`,
  },
  {
    name: "typed small",
    share: 20,
    verb: (form) => verb(form, "take", "apply", "inhale"),
    numbers: "figures",
    units: "short",
    manner: "brief",
    joiner: "-",
    finish: same,
    maximum: (amount, unit) => `, max ${amount}${unit} a day`,
  },
  {
    name: "shorthand",
    share: 16,
    verb: () => "",
    numbers: "figures",
    units: "none",
    manner: "latin",
    joiner: "-",
    finish: same,
    maximum: (amount) => ` max ${amount}/24h`,
  },
  {
    name: "picking list in title case",
    share: 12,
    verb: () => "",
    after: (form) => verb(form, "to be taken", "to be applied", "to be inhaled"),
    numbers: "named",
    units: "none",
    manner: "long",
    joiner: " or ",
    finish: titleCase,
    maximum: (amount) => `. maximum ${amount} in 24 hours`,
  },
  {
    name: "label",
    share: 16,
    verb: () => "",
    numbers: "named",
    units: "full",
    manner: "long",
    joiner: " or ",
    finish: capital,
    maximum: (amount, unit) => `. No more than ${amount}${unit} in 24 hours`,
  },
  {
    name: "capitals",
    share: 12,
    verb: (form) => verb(form, "take", "apply", "inhale"),
    numbers: "named",
    units: "full",
    manner: "brief",
    joiner: " or ",
    finish: (text) => text.toUpperCase(),
    maximum: (amount, unit) => `. max ${amount}${unit} in 24 hours`,
  },
  {
    name: "picking list",
    share: 10,
    verb: (form) => verb(form, "Take", "Apply", "Inhale"),
    numbers: "figures",
    units: "bracketed",
    manner: "long",
    joiner: " to ",
    finish: same,
    maximum: (amount, unit) => ` (maximum ${amount}${unit} per day)`,
  },
];
