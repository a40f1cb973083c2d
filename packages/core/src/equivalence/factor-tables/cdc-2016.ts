import { perMg, perMgInBand, perMicrogramPerHour } from "../factor-row.ts";
import type { FactorTable } from "../types.ts";

/**
 * Kept for comparison with older records. Its methadone factor grows with the day's dose; the bands are printed
 * in whole mg, so a dose between two of them (20.5 mg) or below the first is refused.
 */
export const CDC_2016: FactorTable = {
  id: "cdc-2016",
  name: "US CDC",
  edition: "2016",
  source:
    "CDC16: CDC calculating total daily dose (2016 factors), as encoded in cqframework opioid-cds-r4 ConversionFactors.cql, commit b29bdcbf",
  url: "https://github.com/cqframework/opioid-cds-r4",
  dateRead: "2026-11-21",
  reviewer: "not yet reviewed by a clinician",
  rows: [
    perMg("codeine", "oral", "0.15", "CDC16"),
    perMicrogramPerHour("fentanyl", "2.4", "CDC16"),
    perMg("hydrocodone", "oral", "1", "CDC16"),
    perMg("hydromorphone", "oral", "4", "CDC16"),
    perMg("morphine", "oral", "1", "CDC16"),
    perMg("oxycodone", "oral", "1.5", "CDC16"),
    perMg("oxymorphone", "oral", "3", "CDC16"),
    perMgInBand("methadone", "oral", "4", { fromMgPerDay: 1, toMgPerDay: 20 }, "CDC16"),
    perMgInBand("methadone", "oral", "8", { fromMgPerDay: 21, toMgPerDay: 40 }, "CDC16"),
    perMgInBand("methadone", "oral", "10", { fromMgPerDay: 41, toMgPerDay: 60 }, "CDC16"),
    perMgInBand("methadone", "oral", "12", { fromMgPerDay: 61 }, "CDC16"),
  ],
};
