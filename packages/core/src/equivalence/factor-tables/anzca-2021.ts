import { perMg, perMicrogramPerHour } from "../factor-row.ts";
import type { FactorTable } from "../types.ts";

export const ANZCA_2021: FactorTable = {
  id: "anzca-2021",
  name: "ANZCA FPM PS01(PM)",
  edition: "June 2021",
  source:
    "ANZ21: PS01(PM) Appendix, Opioid Equivalence Calculation Table, June 2021, Faculty of Pain Medicine ANZCA; read in a copy that had lost some names, matched by order to the 2014 copy",
  url: "https://docslib.org/doc/9957345/appendix-2-opioid-dose-equivalence",
  dateRead: "2026-11-21",
  reviewer: "not yet reviewed by a clinician",
  rows: [
    perMg("morphine", "oral", "1", "ANZ21"),
    perMg("oxycodone", "oral", "1.5", "ANZ21"),
    perMg("hydromorphone", "oral", "5", "ANZ21"),
    perMg("codeine", "oral", "0.13", "ANZ21"),
    perMg("dextropropoxyphene", "oral", "0.1", "ANZ21"),
    perMg("tramadol", "oral", "0.2", "ANZ21"),
    perMg("tapentadol", "oral", "0.3", "ANZ21"),
    perMg("buprenorphine", "sublingual", "40", "ANZ21"),
    perMg("oxycodone", "rectal", "1.5", "ANZ21"),
    perMicrogramPerHour("buprenorphine", "2", "ANZ21"),
    perMicrogramPerHour("fentanyl", "3", "ANZ21"),
    perMg("morphine", "parenteral", "3", "ANZ21"),
    perMg("oxycodone", "parenteral", "3", "ANZ21"),
    perMg("hydromorphone", "parenteral", "15", "ANZ21"),
    perMg("codeine", "parenteral", "0.25", "ANZ21"),
    perMg("pethidine", "parenteral", "0.4", "ANZ21"),
    perMg("fentanyl", "parenteral", "200", "ANZ21", "Printed as 0.2 for each microgram"),
    perMg("sufentanil", "parenteral", "2000", "ANZ21", "Printed as 2 for each microgram"),
  ],
};
