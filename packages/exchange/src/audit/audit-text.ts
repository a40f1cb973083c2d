import { createHash } from "node:crypto";
import type { LogEntry } from "../api/audit-log.ts";

/** Of the entry before the first. */
export const NO_HASH = "00".repeat(32);

/** Characters as the database counts them: not halves of them, as JavaScript does. */
const characters = (text: string): number => {
  let count = 0;
  for (const _ of text) count++;
  return count;
};

/**
 * What the hash of an entry is taken of, after the hash before it: fields in this order, each with its length in
 * characters, so that no two entries read alike. The same as `audit_text` in the database.
 */
export const auditText = (entry: LogEntry): string =>
  [
    entry.practice,
    String(entry.number),
    entry.at,
    entry.account ?? "",
    entry.who,
    entry.roles,
    entry.purpose,
    entry.action,
    entry.outcome,
    entry.people.join(" "),
    String(entry.everybody),
    entry.about,
    entry.why,
    entry.fromWhere,
    entry.request,
  ]
    .map((field) => `${characters(field)}:${field}`)
    .join(",");

/** The hash that an entry has if it follows an entry with the hash `previous`; SHA-256, hexadecimal. */
export const hashOfEntry = (previous: string, entry: LogEntry): string =>
  createHash("sha256").update(Buffer.from(previous, "hex")).update(auditText(entry), "utf8").digest("hex");
