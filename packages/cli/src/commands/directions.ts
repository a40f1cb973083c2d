import { presentDirections, readDirections } from "@concord/core";
import type { Command } from "../calling/command.ts";
import { linesOfInput, sayWaiting } from "../terminal/lines.ts";
import { jsonLine, lineWriter } from "../terminal/output.ts";

/** Texts come again and again; this many are remembered, and then it starts anew. */
const REMEMBERED = 100_000;

interface Answer {
  readonly line: string;
  readonly refused: boolean;
}

const reader = (): ((text: string) => Answer) => {
  const known = new Map<string, Answer>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const presented = presentDirections(readDirections(text));
    const answer = { line: jsonLine(presented), refused: presented.status === "refused" };
    if (known.size >= REMEMBERED) known.clear();
    known.set(text, answer);
    return answer;
  };
};

export const directions: Command = {
  name: "directions",
  summary: "Reads dose instructions, one text a line on standard input, and prints one JSON object a line, in order.",
  usage: "[--strict] < TEXTS",
  about: [
    "Each object has text, status (understood or refused), perDay {min, max} in unit, unit, asNeeded, maxPerDay,\nphases and reason. What cannot be read in one way is refused with a reason, never guessed. An empty line is an\nempty text and gets its object too.",
  ],
  options: { strict: { type: "boolean", says: "exit with 1 when a text was refused" } },
  takes: { least: 0, most: 0, called: "texts on standard input" },
  examples: [
    { says: "One text", call: `echo "1-2 up to four times a day when required" | concord directions` },
    {
      says: "A file of texts, and only those that a person must read",
      call: `concord directions < texts.txt | grep '"refused"'`,
    },
  ],
  run: async (call) => {
    sayWaiting("dose instructions");
    const read = reader();
    const out = lineWriter();
    let refused = false;
    for await (const lines of linesOfInput())
      for (const text of lines) {
        const answer = read(text);
        refused ||= answer.refused;
        await out.line(answer.line);
      }
    await out.end();
    return refused && call.flag("strict") ? 1 : 0;
  },
};
