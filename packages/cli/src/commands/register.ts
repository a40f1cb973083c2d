import process from "node:process";
import type { RegisterEntry } from "@concord/core";
import type { PersonRecord } from "@concord/exchange";
import { WrongCall, type Call, type Command, type ExitCode } from "../calling/command.ts";
import {
  ABOUT_RECORDS,
  loadRecords,
  READING_SHARE,
  RECORD_OPTIONS,
  RECORDS_TAKEN,
  type Loaded,
} from "../records/load-records.ts";
import { entryOf } from "../records/entry-of.ts";
import { knownSupply } from "../records/known-supply.ts";
import { sayAccount } from "../records/say-account.ts";
import { plainText } from "../terminal/plain-text.ts";
import { spareInputs } from "../records/spare-inputs.ts";
import { openWhole } from "../terminal/whole-file.ts";
import { jsonLine, lineWriter } from "../terminal/output.ts";
import { textTable, type Column } from "../terminal/text-table.ts";
import { nameFinding } from "../words/name-findings.ts";
import { isoToDay, sayBand, sayCount, sayDate, saySupply } from "../words/say-dose.ts";

const SHOWN = 20;

const COLUMNS: readonly Column[] = [
  { heading: "Person", align: "left" },
  { heading: "As directed", align: "right" },
  { heading: "Supplied", align: "right" },
  { heading: "Since", align: "right" },
  { heading: "Worth a look", align: "left" },
];

/** A fixed order that anyone can check: the most as directed, then what was supplied, then the person's number. */
const inShownOrder = (a: RegisterEntry, b: RegisterEntry): number =>
  b.directed.max - a.directed.max || b.supplied - a.supplied || (a.person < b.person ? -1 : 1);

const tableRow = (entry: RegisterEntry): readonly string[] => [
  entry.person,
  sayBand({ ...entry.directed, atLeast: entry.atLeast }),
  saySupply(knownSupply(entry)),
  entry.since === null || !entry.current ? "" : sayDate(isoToDay(entry.since)),
  entry.findings.map(({ code }) => nameFinding(code)).join(", "),
];

const sayPeople = (entries: readonly RegisterEntry[], count: number, { on, table }: Loaded): string => {
  const shown = entries.toSorted(inShownOrder).slice(0, count);
  const people = (count: number): string => `${sayCount(count)} ${count === 1 ? "person" : "people"}`;
  const current = entries.filter((entry) => entry.current).length;
  const head = [
    `People taking opioids: ${people(current)} with an opioid current on ${sayDate(on)}, ${people(entries.length)} with one in these records.`,
    `Dose on that day, mg a day in oral morphine equivalents by the table "${table}".`,
  ];
  if (entries.length === 0) return head[0]!;
  return [
    ...head,
    "",
    textTable(COLUMNS, shown.map(tableRow), process.stdout.columns || undefined),
    `Showing ${sayCount(shown.length)} of ${sayCount(entries.length)}, by the most as directed, then what was supplied, then the person's number.`,
    'The order is no judgement of a person. "At least": part of the total could not be computed.',
  ].join("\n");
};

const topOf = (call: Call): number => {
  const text = call.text("top");
  if (text === null) return SHOWN;
  if (text === "all") return Number.POSITIVE_INFINITY;
  if (!/^\d{1,9}$/.test(text)) throw new WrongCall(`--top ${text} is no whole number.`, 'Write a number, or "all".');
  return Number(text);
};

type Each = (record: PersonRecord, entry: RegisterEntry) => Promise<void> | void;

/** Walks over everyone on the register, in order of their number. */
const eachEntry = async (loaded: Loaded, each: Each): Promise<void> => {
  const { records, bar } = loaded;
  let count = 0;
  for (const record of records.people()) {
    count++;
    const entry = entryOf(loaded, record);
    if (entry === null) continue;
    await each(record, entry);
    bar.at(READING_SHARE + (1 - READING_SHARE) * (count / (count + 400)), `reckoning, ${sayCount(count)} people`);
  }
};

const run = async (call: Call): Promise<ExitCode> => {
  const top = topOf(call);
  const htmlPath = call.text("html");
  if (htmlPath !== null) spareInputs(htmlPath, call.given);
  const file = htmlPath === null ? null : openWhole(htmlPath);
  let loaded: Loaded | null = null;
  try {
    loaded = await loadRecords(call);
    const out = lineWriter();
    const entries: RegisterEntry[] = [];
    const page = file === null ? null : (await import("../report/page-of-register.ts")).pageOfRegister(loaded);
    await eachEntry(loaded, async (record, entry) => {
      page?.add(record, entry);
      if (call.flag("json")) await out.line(jsonLine(entry));
      else entries.push(entry);
    });
    file?.write(page?.finish() ?? "");
    loaded.bar.done();
    if (!call.flag("json")) await out.line(plainText(sayPeople(entries, top, loaded)));
    await out.end();
    const { account } = loaded.records;
    process.stderr.write(plainText(`\n${sayAccount(account)}`));
    if (htmlPath !== null) process.stderr.write(`Written: ${htmlPath}\n`);
    const refused = account.refused.total > 0 || account.failed.length > 0;
    return refused && call.flag("strict") ? 1 : 0;
  } catch (error) {
    file?.discard();
    throw error;
  } finally {
    loaded?.records.close();
    loaded?.bar.done();
  }
};

export const register: Command = {
  name: "register",
  summary: "Shows who is taking opioids, how much a day, since when, with what else, and what deserves a look.",
  usage: "PATH... [--on DATE] [--table ID] [--json] [--html FILE] [--top N] [--strict]",
  about: [
    ABOUT_RECORDS,
    "On standard output: a table of people, or with --json one object for each person, one a line, with person, on,\ndirected {min, max} and supplied in mg a day, table, atLeast, since and findings with the rows that prove them.\nOn standard error: rows read, used, set aside and refused, with the reasons.",
  ],
  options: {
    ...RECORD_OPTIONS,
    json: { type: "boolean", says: "one JSON object for each person, one a line" },
    html: {
      type: "string",
      value: "FILE",
      says: "also write one page with the register and each person's dose over time",
    },
    top: { type: "string", value: "N", says: `how many people the table shows; ${SHOWN} if not given, or "all"` },
    strict: { type: "boolean", says: "exit with 1 when a row was refused or a file could not be read to its end" },
  },
  takes: RECORDS_TAKEN,
  examples: [
    {
      says: "The register of a practice as a page to open in a browser",
      call: "concord register practice.csv --html register.html",
    },
    {
      says: "As data, on a day, from a folder of FHIR bundles",
      call: "concord register bundles/ --on 2026-06-30 --json > register.jsonl",
    },
    {
      says: "Stop a pipeline when a row was refused",
      call: "concord register extract.csv.gz --strict --json > register.jsonl",
    },
  ],
  run,
};
