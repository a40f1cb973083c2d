import { exposureOf, formatDay, timelineOf, type RefusedRow, type TimelineRow } from "@concord/core";
import process from "node:process";
import type { Call, Command, ExitCode } from "../calling/command.ts";
import { findPerson, PERSON_OPTION, personAsked } from "../records/find-person.ts";
import { ABOUT_RECORDS, loadRecords, RECORD_OPTIONS, RECORDS_TAKEN } from "../records/load-records.ts";
import { knownSupply } from "../records/known-supply.ts";
import { sayFailures } from "../records/say-account.ts";
import { jsonLine, lineWriter } from "../terminal/output.ts";
import { plainText } from "../terminal/plain-text.ts";
import { textTable, type Column } from "../terminal/text-table.ts";
import { sayBand, sayDate, sayMg } from "../words/say-dose.ts";

const COLUMNS: readonly Column[] = [
  { heading: "From", align: "right" },
  { heading: "To", align: "right" },
  { heading: "As directed", align: "right" },
  { heading: "Supplied", align: "right" },
  { heading: "", align: "left" },
];

const BAR = 30;

const bar = ({ directed }: TimelineRow, most: number): string => {
  const [low, high] = [directed.min, directed.max].map((mg) => Math.round((mg / most) * BAR));
  return "█".repeat(low!) + "▒".repeat(high! - low!);
};

const says = (rows: readonly TimelineRow[]): string => {
  const most = Math.max(1, ...rows.map(({ directed }) => directed.max));
  return textTable(
    COLUMNS,
    rows.map((row) => [
      sayDate(row.from),
      sayDate(row.to - 1),
      sayBand({ ...row.directed, atLeast: row.atLeast }),
      knownSupply(row) === null ? "not known" : sayMg(row.supplied),
      bar(row, most),
    ]),
  );
};

const sayRefused = ({ file, row, day, product, because }: RefusedRow): string =>
  `Refused, and not in these doses: ${product}${day === null ? "" : `, ${sayDate(day)}`}: ${because} (${file}, row ${row}).`;

const refusedAsJson = ({ day, ...rest }: RefusedRow) => ({ ...rest, date: day === null ? null : formatDay(day) });

const asJson = (row: TimelineRow) => ({ ...row, from: formatDay(row.from), to: formatDay(row.to) });

const run = async (call: Call): Promise<ExitCode> => {
  const id = personAsked(call);
  const loaded = await loadRecords(call);
  try {
    const { person, issues, refused } = findPerson(loaded, id);
    const upTo = call.text("on") === null ? issues : issues.filter(({ day }) => day <= loaded.on);
    const rows = timelineOf(exposureOf(upTo));
    const out = lineWriter();
    loaded.bar.done();
    if (call.flag("json"))
      await out.line(
        jsonLine({ person, table: loaded.table, segments: rows.map(asJson), refused: refused.map(refusedAsJson) }),
      );
    else {
      await out.line(
        plainText(`${person}: dose over time, mg a day in oral morphine equivalents by the table "${loaded.table}"`),
      );
      await out.line(
        "As directed: least to most (█ least, ▒ up to most). Supplied: issued over the 90 days before, divided by 90.\n",
      );
      if (rows.length > 0) await out.line(says(rows).trimEnd());
      if (refused.length > 0) await out.line(plainText(`\n${refused.map(sayRefused).join("\n")}`));
    }
    await out.end();
    process.stderr.write(plainText(sayFailures(loaded.records.account)));
    return 0;
  } finally {
    loaded.records.close();
    loaded.bar.done();
  }
};

export const timeline: Command = {
  name: "timeline",
  summary: "Shows one person's dose over time, as directed and as supplied.",
  usage: "PATH... --person ID [--on DATE] [--table ID] [--json]",
  about: [
    ABOUT_RECORDS,
    "With --json one object: person, table and segments, each with from, to (the day after its last), directed\n{min, max} and supplied in mg a day, by substance and in total, and what could not be computed; and refused, the person's rows of opioids that could not\nbe read and are in no dose.",
    "Someone who is not in the records is a wrong call: exit code 2.",
  ],
  options: {
    ...PERSON_OPTION,
    ...RECORD_OPTIONS,
    on: { type: "string", value: "DATE", says: "leave out what was issued after this day" },
    json: { type: "boolean", says: "as JSON" },
  },
  takes: RECORDS_TAKEN,
  examples: [
    { says: "One person, to read", call: "concord timeline practice.csv --person SYN-000101" },
    { says: "As data", call: "concord timeline practice.csv --person SYN-000101 --json" },
  ],
  run,
};
