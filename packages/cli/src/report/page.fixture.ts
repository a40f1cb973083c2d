import type { Account } from "@concord/exchange";
import type { FindingData, PageData, PersonData, SegmentData } from "./page-data.ts";

const day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

const ON = day("2026-11-20");

/** A person with little about them but a number; a test adds what matters to it. */
export const person = (some: Partial<PersonData> & { readonly id: string }): PersonData => ({
  born: null,
  sex: null,
  registered: null,
  dose: { min: 0, max: 0, supplied: 0, atLeast: false },
  since: null,
  last: ON - 30,
  medicines: [],
  findings: [],
  notes: [],
  segments: [],
  companions: [],
  working: [],
  notComputed: [],
  issues: [],
  ...some,
});

const finding = (code: string, says: string, rows: readonly number[] = []): FindingData => ({
  code,
  says,
  source: "FPM 2020",
  rows,
});

const climb: readonly SegmentData[] = [
  [day("2021-07-21"), 0, 24, 14, 0],
  [day("2022-02-08"), 40, 64, 52, 0],
  [day("2022-11-20"), 60, 84, 78, 0],
  [day("2023-09-10"), 90, 122, 116, 0],
  [day("2024-11-20"), 120, 160, 146, 1],
  [day("2025-06-01"), 108, 140, null, 0],
  [day("2026-01-03"), 96, 124, 110, 0],
  [day("2026-06-14"), 84, 108, 97, 0],
];

/** Ada: a band, companions, findings with rows, something not computed. */
const ada = person({
  id: "SYN-000101",
  born: 1963,
  sex: "female",
  registered: day("2023-02-06"),
  dose: { min: 84, max: 108, supplied: 97.3, atLeast: false },
  since: day("2021-07-21"),
  last: day("2026-11-09"),
  medicines: ["morphine", "buprenorphine", "codeine"],
  findings: [
    finding("high-dose", "The most as directed is 108 mg a day; the mark is 90.", [1, 2]),
    finding("opioid-with-gabapentinoid", "Pregabalin is current on the same days as morphine.", [0]),
    finding("supply-ahead", "Codeine was issued 12 days before the last supply would have run out.", [2]),
  ],
  segments: climb,
  companions: [
    { name: "pregabalin", class: "gabapentinoid", days: [day("2022-05-01"), day("2026-11-20")] },
    {
      name: "diazepam",
      class: "benzodiazepine",
      days: [day("2023-03-01"), day("2024-04-20"), day("2025-01-01"), day("2025-01-15")],
    },
    {
      name: "methadone, maintenance treatment",
      class: "maintenance",
      days: [day("2021-09-01"), day("2021-12-01")],
    },
    { name: "naloxone", class: "naloxone", days: [day("2025-01-03"), day("2026-11-20")] },
  ],
  working: [
    { says: "Morphine 30 mg modified-release tablets, “ONE TWICE A DAY”: 2 × 30 mg × 1 = 60 mg", source: "FPM 2020" },
    {
      says: "Buprenorphine 10 micrograms/hour 7-day patch, “apply one weekly”: 24 mg by the table",
      source: "FPM 2020",
    },
    { says: "60 mg + 24 mg + 0 to 24 mg = 84 to 108 mg a day", source: "" },
  ],
  notComputed: [{ product: "Oramorph 10mg/5ml oral solution", says: "The directions “as directed” hold no amount." }],
  issues: [
    [day("2021-07-21"), 4, 5, 2, 6, 7, 12],
    [day("2026-11-09"), 0, 1, 2, 6, 7, 812],
    [day("2026-11-09"), 3, 8, 9, 6, 7, 813],
  ],
});

const ben = person({
  id: "SYN-000102",
  born: 1975,
  dose: { min: 240, max: 240, supplied: 236, atLeast: false },
  since: day("2024-10-01"),
  medicines: ["fentanyl"],
  findings: [finding("high-dose", "240 mg a day."), finding("long-term-use", "Since 1 Oct 2024.")],
  notes: ["high-dose-120", "long-term-use-12"],
  segments: [[day("2024-10-01"), 240, 240, 236, 0]],
});

const dev = person({
  id: "SYN-000104",
  dose: { min: 60, max: 60, supplied: 58, atLeast: true },
  since: day("2023-11-20"),
  medicines: ["morphine", "methadone"],
  findings: [finding("maintenance-treatment", "Methadone is shown and never summed.")],
  segments: [[day("2023-11-20"), 60, 60, 58, 1]],
  notComputed: [{ product: "Methadone 1mg/ml oral solution", says: "The UK table has no factor for methadone." }],
});

const finn = person({
  id: "SYN-000106",
  dose: { min: 0, max: 0, supplied: 92, atLeast: true },
  since: day("2022-11-20"),
  medicines: ["oxycodone"],
  findings: [finding("unreadable-directions", "“mdu” holds no amount.")],
  segments: [[day("2022-11-20"), 0, 0, 92, 1]],
});

const rest = Array.from({ length: 8 }, (_, i) =>
  person({
    id: `SYN-00011${i}`,
    born: 1980 + i,
    dose: { min: 0, max: 12 + i, supplied: 9.6 + i, atLeast: false },
    since: day("2025-03-01") + i * 40,
    medicines: ["codeine"],
    segments: [
      [day("2025-03-01") + i * 40, 0, 24, 12, 0],
      [day("2026-03-01"), 0, 12 + i, 9.6 + i, 0],
    ],
  }),
);

export const page: PageData = {
  on: ON,
  synthetic: true,
  table: { id: "uk", name: "UK table (FPM/BNF 2020)", edition: "2020", source: "Faculty of Pain Medicine" },
  marks: [
    { mg: 90, says: "high dose", source: "OpenPrescribing 2026" },
    { mg: 120, says: "high dose until 2025", source: "FPM" },
  ],
  texts: [
    "Morphine 30mg modified-release tablets",
    "ONE TWICE A DAY",
    "56 tablets",
    "Codeine 30mg tablets",
    "Pregabalin 150mg capsules",
    "one twice a day",
    "repeat",
    "practice.csv",
    "1-2 up to four times a day when required",
    "28 tablets",
  ],
  people: [ben, ada, dev, ...rest.reverse(), finn],
};

const byReason = (code: string, say: string, count: number) => ({
  total: count,
  reasons: [
    { code, say, count, examples: [{ file: "practice.csv", row: 7, found: "31/02/2026", todo: "Correct the date" }] },
  ],
});

const rows = {
  rowsRead: 184_211,
  used: { total: 171_903, opioid: 120_000, companion: 31_903, notWatched: 20_000 },
  setAside: byReason("cancelled", "cancelled", 11_960),
  refused: byReason("date-not-understood", "the issue date could not be read", 348),
};

export const account: Account = {
  ...rows,
  couldNotBeComputed: byReason("directions-refused", "the directions could not be read", 12),
  files: [{ file: "practice.csv", format: "practice-extract", ...rows }],
  failed: [],
  notRead: [],
  remarks: [],
};
