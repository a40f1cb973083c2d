import { isFactorTableId, parseDay, FACTOR_TABLES, type Day, type FactorTableId } from "@concord/core";
import { readRecords, type Records } from "@concord/exchange";
import { NothingRead, WrongCall, type Call, type Option } from "../calling/command.ts";
import { nearest } from "../calling/suggest.ts";
import { itemReader } from "./item-reader.ts";
import { progress, type Progress } from "../terminal/progress.ts";

/** Options of every command that reads records. */
export const RECORD_OPTIONS = {
  on: {
    type: "string",
    value: "DATE",
    says: "the day to look at, as 2026-11-20; the last issue in the data if not given",
  },
  table: { type: "string", value: "ID", says: 'the factor table; "uk" if not given, see "concord tables"' },
} as const satisfies Record<string, Option>;

export const RECORDS_TAKEN = {
  least: 1,
  most: Number.POSITIVE_INFINITY,
  called: "at least one file or folder of records",
} as const;

const ABOUT_RECORDS =
  "PATH is a file or a folder: a practice extract as CSV, FHIR R4 (bundles, folders of bundles, bulk NDJSON) or\nOMOP tables, gzipped or not. The format is found by itself. Nothing is sent anywhere.";

export { ABOUT_RECORDS };

/** The table that a call names; the UK table where it names none. */
export const tableOf = (call: Call): FactorTableId => tableId(call.text("table") ?? "uk");

/** An id that a factor table has; any other is a wrong call. */
export const tableId = (id: string): FactorTableId => {
  if (isFactorTableId(id)) return id;
  const known = FACTOR_TABLES.map((table) => table.id);
  const meant = nearest(id, known);
  throw new WrongCall(
    `There is no factor table "${id}".`,
    meant === null ? `Tables: ${known.join(", ")}.` : `Did you mean "${meant}"? Tables: ${known.join(", ")}.`,
  );
};

/** The day that a call names; null where it names none. */
const dayOf = (call: Call): Day | null => {
  const text = call.text("on");
  if (text === null) return null;
  const day = parseDay(text);
  if (day === null) throw new WrongCall(`--on ${text} is no date of the calendar.`, "Write it as 2026-11-20.");
  return day;
};

const today = (): Day => Math.floor(Date.now() / 86_400_000) as Day;

export interface Loaded {
  readonly records: Records;
  readonly on: Day;
  readonly table: FactorTableId;
  readonly bar: Progress;
}

/** Share of the bar that reading takes; the rest is reckoning. */
export const READING_SHARE = 0.85;

/** Files that were passed over, when there is nothing else to show. */
const PASSED_SHOWN = 5;

const sayNothing = ({ account }: Records): string => {
  const lines = account.failed.map((one) => `${one.file}: ${one.found}. ${one.todo}`);
  const refused = [...account.refused.reasons, ...account.setAside.reasons].map(
    ({ count, say, examples: [first] }) => `${count} rows: ${say}.${first === undefined ? "" : ` ${first.todo}`}`,
  );
  const passed = account.notRead.slice(0, PASSED_SHOWN).map(({ file, why }) => `${file}: ${why}`);
  const none =
    account.failed.length + account.notRead.length === 0 && account.rowsRead === 0
      ? ["No file with records was found there."]
      : [];
  return ["Nothing could be read.", ...lines, ...refused, ...passed, ...none].join("\n");
};

/** The last day of a row that was refused and still tells whose it is; null where there is none. */
const lastRefusedDay = ({ people }: Records, latest: Day): Day | null => {
  let last: Day | null = null;
  for (const { refused } of people())
    for (const { day } of refused) if (day !== null && day <= latest && (last === null || day > last)) last = day;
  return last;
};

/** No row says anything: none was read, or each was refused and none tells of an opioid whose it is. */
const isNothing = ({ account, people }: Records): boolean =>
  account.used.total + account.setAside.total === 0 && people()[Symbol.iterator]().next().done === true;

/** Reads every record that the call names. Throws where the call is wrong, or where nothing could be read. */
export const loadRecords = async (call: Call): Promise<Loaded> => {
  const table = tableOf(call);
  const on = dayOf(call);
  const bar = progress();
  const now = today();
  const records = await readRecords(call.given, {
    readItem: itemReader(table),
    // A day that is asked for has come, whatever the clock of this machine says.
    latestDay: on !== null && on > now ? on : now,
    onProgress: ({ bytesRead, bytesTotal, rowsRead }) =>
      bar.at(bytesTotal === 0 ? 0 : (bytesRead / bytesTotal) * READING_SHARE, `reading, ${rowsRead} rows`),
  });
  if (isNothing(records)) {
    bar.done();
    records.close();
    throw new NothingRead(sayNothing(records));
  }
  return { records, on: on ?? records.lastIssueDay ?? lastRefusedDay(records, now) ?? now, table, bar };
};
