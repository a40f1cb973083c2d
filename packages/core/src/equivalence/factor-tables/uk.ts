import { noFactor, patchRow, perMg } from "../factor-row.ts";
import type { FactorTable } from "../types.ts";

/**
 * The default. Doses by mouth and patches only: the older BNF table with injections is another table and
 * edition, so an injection is refused here rather than borrowed from there.
 */
export const UK: FactorTable = {
  id: "uk",
  name: "UK FPM/BNF",
  edition: "Aug 2020",
  source:
    "ASK: Opioid Conversions, WellBN (Brighton), 2023; reproduces the table of FPM Opioids Aware and the BNF, reviewed August 2020",
  url: "https://app.askshilpa.com/medical-conditions/depression/opioid-conversions",
  dateRead: "2026-11-21",
  reviewer: "not yet reviewed by a clinician",
  rows: [
    perMg("codeine", "oral", "0.1", "ASK"),
    perMg("dihydrocodeine", "oral", "0.1", "ASK"),
    perMg("hydromorphone", "oral", "5", "ASK"),
    perMg("morphine", "oral", "1", "ASK"),
    perMg("oxycodone", "oral", "1.5", "ASK"),
    perMg("tapentadol", "oral", "0.4", "ASK"),
    perMg("tramadol", "oral", "0.1", "ASK"),
    noFactor(
      "methadone",
      "oral",
      "it depends on the starting dose and on how long it has been taken, and needs specialist advice",
      "ASK",
    ),
    patchRow("buprenorphine", "5", "12", "ASK"),
    patchRow("buprenorphine", "10", "24", "ASK"),
    patchRow(
      "buprenorphine",
      "15",
      "36",
      "WMPC",
      "Not printed in ASK; West Midlands Palliative Care Physicians, https://westmidspallcare.co.uk/?p=525",
    ),
    patchRow("buprenorphine", "20", "48", "ASK"),
    patchRow("buprenorphine", "35", "84", "ASK"),
    patchRow("buprenorphine", "52.5", "126", "ASK", "The source prints 52 for 52.5"),
    patchRow("buprenorphine", "70", "168", "ASK"),
    patchRow("fentanyl", "12", "30", "ASK", "The printed row is 30 mg, not 12 x 2.4 = 28.8 mg"),
    patchRow("fentanyl", "25", "60", "ASK"),
    patchRow("fentanyl", "50", "120", "ASK"),
    patchRow("fentanyl", "75", "180", "ASK"),
    patchRow("fentanyl", "100", "240", "ASK"),
  ],
};
