import { presentOme } from "@concord/core";
import { NothingRead, type Command } from "../calling/command.ts";
import { RECORD_OPTIONS, tableOf } from "../records/load-records.ts";
import { itemReader } from "../records/item-reader.ts";
import { readQuestion } from "../records/read-question.ts";
import { linesOfInput, sayWaiting } from "../terminal/lines.ts";
import { jsonLine, lineWriter } from "../terminal/output.ts";

/** What a line that asks nothing gets in place of a dose. */
const notAsked = (line: number, table: string, reason: string, why: string) => ({
  status: "refused",
  ome: null,
  table,
  reason,
  line,
  working: [{ say: `Line ${line} could not be read: ${why}.`, source: "standard input" }],
});

export const ome: Command = {
  name: "ome",
  summary: "Converts a product with its directions to oral morphine equivalents, with the working.",
  usage: "[--table ID] [--strict] < JSON LINES",
  about: [
    `One JSON object a line on standard input: product, directions, and where known code, system, quantity, days. A number\na day ("2 a day") is good enough as directions. For each line one object: status (computed or refused), ome {min, max}\nin mg a day or null, table, reason, working. A line that is no JSON is refused as "invalid-json"; the rest goes on.`,
  ],
  options: {
    table: RECORD_OPTIONS.table,
    strict: { type: "boolean", says: "exit with 1 when a line was refused" },
  },
  takes: { least: 0, most: 0, called: "JSON lines on standard input" },
  examples: [
    { says: "One product", call: `echo '{"product":"Zomorph 10mg capsules","directions":"1 bd"}' | concord ome` },
    { says: "By another table", call: `concord ome --table cdc-2022 < items.jsonl` },
  ],
  run: async (call) => {
    const table = tableOf(call);
    sayWaiting("one JSON object");
    const out = lineWriter();
    let [lines, read, refused] = [0, 0, 0];
    const readItem = itemReader(table);
    const answer = (text: string): { readonly status: string } => {
      let given: unknown;
      try {
        given = JSON.parse(text);
      } catch {
        return notAsked(lines, table, "invalid-json", text.trim() === "" ? "the line is empty" : "it is no JSON");
      }
      read++;
      const asked = readQuestion(given);
      return asked.status === "read"
        ? presentOme(readItem, asked.question)
        : notAsked(lines, table, "invalid-question", asked.problems.join("; "));
    };
    for await (const batch of linesOfInput())
      for (const text of batch) {
        lines++;
        const one = answer(text);
        if (one.status === "refused") refused++;
        await out.line(jsonLine(one));
      }
    await out.end();
    if (lines > 0 && read === 0) throw new NothingRead("No line of standard input was JSON.");
    return refused > 0 && call.flag("strict") ? 1 : 0;
  },
};
