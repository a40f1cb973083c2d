import { perMg, perMicrogramPerHour } from "../factor-row.ts";
import type { FactorTable } from "../types.ts";

const NO_ROUTE = "The source names no route; carried as by mouth, so that other routes are refused";

/** Rows that the source repeats for long-acting forms with the same factor stand once. */
export const NIH_HEAL: FactorTable = {
  id: "nih-heal",
  name: "NIH HEAL",
  edition: "mmequiv 1.0.0",
  source:
    "HEAL: mmequiv 1.0.0 snapshot of the NIH HEAL MME Online Calculator, Wake Forest; Adams 2025, doi:10.1097/j.pain.0000000000003529",
  url: "https://research-mme.wakehealth.edu/",
  dateRead: "2026-11-21",
  reviewer: "not yet reviewed by a clinician",
  rows: [
    perMg("buprenorphine", "buccal", "39", "HEAL", "Printed as 0.039 for each microgram of a buccal film"),
    perMicrogramPerHour("buprenorphine", "2.2", "HEAL"),
    perMg("buprenorphine", "sublingual", "38.8", "HEAL", "Tablet or film"),
    perMg("butorphanol", "oral", "7", "HEAL", NO_ROUTE),
    perMg("codeine", "oral", "0.15", "HEAL", NO_ROUTE),
    perMg("dihydrocodeine", "oral", "0.25", "HEAL", NO_ROUTE),
    perMg("fentanyl", "buccal", "130", "HEAL", "Printed as 0.13 for each microgram"),
    perMg("fentanyl", "nasal", "160", "HEAL", "Printed as 0.16 for each microgram"),
    perMg("fentanyl", "oral", "180", "HEAL", "Printed as 0.18 for each microgram, named 'Fentanyl oral'"),
    perMicrogramPerHour("fentanyl", "2.4", "HEAL"),
    perMg("hydrocodone", "oral", "1", "HEAL", NO_ROUTE),
    perMg("hydromorphone", "oral", "5", "HEAL", NO_ROUTE),
    perMg("levorphanol", "oral", "11", "HEAL", NO_ROUTE),
    perMg("methadone", "oral", "4.7", "HEAL", NO_ROUTE),
    perMg("morphine", "oral", "1", "HEAL", NO_ROUTE),
    perMg("opium", "oral", "1", "HEAL", NO_ROUTE),
    perMg("oxycodone", "oral", "1.5", "HEAL", NO_ROUTE),
    perMg("oxymorphone", "oral", "3", "HEAL", NO_ROUTE),
    perMg("pentazocine", "oral", "0.37", "HEAL", NO_ROUTE),
    perMg("pethidine", "oral", "0.1", "HEAL", "Printed as meperidine. " + NO_ROUTE),
    perMg("tapentadol", "oral", "0.3", "HEAL", NO_ROUTE),
    perMg("tramadol", "oral", "0.2", "HEAL", NO_ROUTE),
  ],
};
