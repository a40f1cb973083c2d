import type { ZipFile } from "../export/zip-stream.ts";

const FILES: Readonly<Record<string, string>> = {
  person: "the person: reference, year of birth, sex, day of registration",
  person_detail: "what each import says of these",
  issue: "every issue with its product and directions; `raw` is the row as it stood, `counts` whether it counts now",
  row_not_used: "rows of theirs that were refused, with the reason",
  reading_by_hand: "directions of theirs that a person read",
  register_row: "what the register says of them; `entry` has the dose and the findings with the rows that prove them",
  referral: "referrals, undone or not",
  basket: "months in which they were to be invited",
  share: "to whom they were shown, with their identity or without",
  access_reason: "why somebody looked who did not have them on their list",
  audit_log: "who read or changed what is kept of them, when, for what; and what concerned everybody",
};

const readMe = (
  reference: string,
  synthetic: boolean,
  at: string,
  files: readonly string[],
): string => `# Everything that is kept of one person

Reference: ${reference}
Made at: ${at}
${synthetic ? "\nThe practice is synthetic: no line is of a real person.\n" : ""}
Each *.ndjson has one JSON object a line (UTF-8). Dates are ISO 8601; instants are in UTC. Doses are mg of oral morphine
equivalent a day, those named *_ng nanograms (1 mg = 1,000,000 ng).

${files.map((name) => `- ${name}.ndjson: ${FILES[name] ?? name}`).join("\n")}
`;

/** One person's whole record and log as files of an archive, in open formats. */
export function* personArchive(
  reference: string,
  synthetic: boolean,
  at: string,
  tables: Readonly<Record<string, readonly string[]>>,
): Generator<ZipFile> {
  const names = Object.keys(tables).filter((name) => tables[name]!.length > 0);
  yield { name: "README.md", content: [readMe(reference, synthetic, at, names)] };
  for (const name of names) yield { name: `${name}.ndjson`, content: tables[name]!.map((line) => `${line}\n`) };
}
