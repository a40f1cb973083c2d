import { explainDose, factorTable, sayTable } from "@concord/core";
import process from "node:process";
import type { Call, Command, ExitCode } from "../calling/command.ts";
import { entryOf } from "../records/entry-of.ts";
import { findPerson, PERSON_OPTION, personAsked } from "../records/find-person.ts";
import { ABOUT_RECORDS, loadRecords, RECORD_OPTIONS, RECORDS_TAKEN } from "../records/load-records.ts";
import { knownSupply } from "../records/known-supply.ts";
import { sayFailures } from "../records/say-account.ts";
import { jsonLine, lineWriter } from "../terminal/output.ts";
import { plainText } from "../terminal/plain-text.ts";
import { sayBand, sayDate, saySupply } from "../words/say-dose.ts";
import { sayProblem } from "../words/say-problem.ts";

const run = async (call: Call): Promise<ExitCode> => {
  const id = personAsked(call);
  const loaded = await loadRecords(call);
  const { on, table, records, bar } = loaded;
  try {
    const record = findPerson(loaded, id);
    const { person, issues } = record;
    const entry = entryOf(loaded, record)!;
    const steps = explainDose(issues, on);
    const out = lineWriter();
    const line = (text: string) => out.line(plainText(text));
    bar.done();
    if (call.flag("json")) {
      await out.line(jsonLine({ ...entry, working: steps }));
    } else {
      const { directed, atLeast, unconverted } = entry;
      const supplied = knownSupply(entry);
      await line(`${person} on ${sayDate(on)}`);
      await line(
        `As directed: ${sayBand({ ...directed, atLeast })} mg a day. As supplied: ${saySupply(supplied)}${supplied === null ? "" : " mg a day"}.`,
      );
      await line(`Oral morphine equivalents by ${sayTable(factorTable(table))}.\n`);
      for (const [i, { say, source }] of steps.entries())
        await line(`${String(i + 1).padStart(3)}. ${say}${source === "" ? "" : `\n     [${source}]`}`);
      if (unconverted.length > 0) await line("\nCould not be computed:");
      for (const { product, problem } of unconverted) await line(`  - ${product}. ${sayProblem(problem)}`);
    }
    await out.end();
    process.stderr.write(plainText(sayFailures(records.account)));
    return 0;
  } finally {
    records.close();
    bar.done();
  }
};

export const explain: Command = {
  name: "explain",
  summary: "Shows how one person's dose on one day comes about, to be redone with a pencil.",
  usage: "PATH... --person ID [--on DATE] [--table ID] [--json]",
  about: [ABOUT_RECORDS, "Someone who is not in the records is a wrong call: exit code 2."],
  options: { ...PERSON_OPTION, ...RECORD_OPTIONS, json: { type: "boolean", says: "as JSON" } },
  takes: RECORDS_TAKEN,
  examples: [
    { says: "The working of one day", call: "concord explain practice.csv --person SYN-000101 --on 2026-11-20" },
    {
      says: "The same by another country's factors",
      call: "concord explain practice.csv --person SYN-000101 --on 2026-11-20 --table cdc-2022",
    },
  ],
  run,
};
