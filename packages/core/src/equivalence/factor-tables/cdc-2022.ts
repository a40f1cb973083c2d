import type { Route } from "../../medicines/types.ts";
import { noFactor, perMg, perMicrogramPerHour } from "../factor-row.ts";
import type { FactorTable } from "../types.ts";

const BUPRENORPHINE_ROUTES: readonly Route[] = [
  "transdermal",
  "sublingual",
  "buccal",
  "oromucosal",
  "oral",
  "parenteral",
];

export const CDC_2022: FactorTable = {
  id: "cdc-2022",
  name: "US CDC",
  edition: "2022",
  source:
    "CDC22: CDC Clinical Practice Guideline for Prescribing Opioids for Pain, MMWR 2022;71(RR-3), table and footnotes",
  url: "https://www.cdc.gov/mmwr/volumes/71/rr/rr7103a1.htm",
  dateRead: "2026-11-21",
  reviewer: "not yet reviewed by a clinician",
  rows: [
    perMg("codeine", "oral", "0.15", "CDC22"),
    perMicrogramPerHour("fentanyl", "2.4", "CDC22"),
    perMg("hydrocodone", "oral", "1", "CDC22"),
    perMg("hydromorphone", "oral", "5", "CDC22", "Other public tables labelled CDC 2022 still carry the 4 of 2016"),
    perMg("methadone", "oral", "4.7", "CDC22"),
    perMg("morphine", "oral", "1", "CDC22"),
    perMg("oxycodone", "oral", "1.5", "CDC22"),
    perMg("oxymorphone", "oral", "3", "CDC22"),
    perMg("tapentadol", "oral", "0.4", "CDC22"),
    perMg("tramadol", "oral", "0.2", "CDC22"),
    ...BUPRENORPHINE_ROUTES.map((route) =>
      noFactor(
        "buprenorphine",
        route,
        "the table leaves buprenorphine out (a partial agonist with a ceiling effect)",
        "CDC22",
      ),
    ),
  ],
};
