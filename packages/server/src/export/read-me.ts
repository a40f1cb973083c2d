import type { ExportedTable } from "../store/queries/exported-rows.ts";

/** Every table of the export, and what its lines are. */
export const EXPORTED: readonly (readonly [ExportedTable, string])[] = [
  ["practice", "the practice itself"],
  ["person", "people, each with the reference that the records name them by and the key that addresses name them by"],
  ["person_detail", "what each import says of a person; the latest that counts is in person"],
  ["item", "what issues share: product with its codes, directions as written, quantity"],
  ["import", "files that came in, and what became of their rows, in numbers; `live` ones count"],
  [
    "issue",
    "every row used: person_id, item_id and import_id say whose, of what, and from where; `raw` is the row as it stood",
  ],
  ["row_not_used", "every row set aside or refused, with its reason; `raw` is the row as it stood"],
  ["reading_by_hand", "directions read by a person: least and most a day, by whom and when, undone or not"],
  ["register_build", "when the register was built, as of which day, by which factor table"],
  ["register_row", "the register: one line a person; `entry` has findings with the rows that prove them"],
  ["referral", "people referred, undone or not"],
  ["basket", "people to be invited, by month"],
  ["saved_filter", "filters saved under a name"],
  ["tombstone", "people who were removed, by a salted digest of their reference"],
  ["account", "who may sign in, with which roles; what they sign in with is not in the export"],
  ["share", "people shown to an adviser or an evaluator, with their identity or without"],
  ["access_reason", "why somebody looked beyond their list, and until when they could"],
  ["safety_acceptance", "acceptances of dose support by a clinical safety officer"],
  ["audit_log", "who read and changed what, chained by hashes; `people` are numbers of person"],
  ["audit_head", "the end of that chain"],
];

export const readMe = (practice: string, synthetic: boolean, at: string): string => `# Export of everything

Practice: ${practice}
Made at: ${at}
${synthetic ? "\nThe practice is synthetic: no line is of a real person.\n" : ""}
Everything is of one moment, in open formats: each *.ndjson has one JSON object a line (UTF-8), register.csv is a table
for a spreadsheet. Dates are ISO 8601; instants are in UTC. Doses named *_ng are nanograms of oral morphine equivalent
a day (1 mg = 1,000,000 ng); those in \`entry\` are mg.

${EXPORTED.map(([table, says]) => `- ${table}.ndjson: ${says}`).join("\n")}
- register.csv: the register as the page exports it. Texts that a spreadsheet would take for a formula have an
  apostrophe before them.
`;
