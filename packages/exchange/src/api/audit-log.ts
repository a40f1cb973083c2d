import { z } from "zod";
import { instant } from "./shapes.ts";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const number = z.int().min(0);

/** One entry of the log with everything that its hash is taken of. */
export const logEntry = z.object({
  practice: z.string(),
  number: number.meta({ description: "From 1, without a gap" }),
  at: z.string().meta({ description: "In UTC, to the microsecond: 2026-11-20T09:30:00.123456Z" }),
  account: z.string().nullable(),
  who: z.string(),
  roles: z.string(),
  purpose: z.string(),
  action: z.string(),
  outcome: z.string(),
  people: z.array(z.int()).meta({ description: "Whose records, by the number of the person" }),
  everybody: z.boolean(),
  about: z.string().meta({ description: "JSON as the database writes it, whose order of names is its own" }),
  why: z.string(),
  fromWhere: z.string(),
  request: z.string(),
  previous: hash.meta({ description: "The hash of the entry before" }),
  hash,
});

/** The end of a chain: how many entries, and the hash of the last. */
export const logHead = z.object({ number, hash });
/** A head that was written down, and when. */
export const anchor = logHead.extend({ practice: z.string(), at: instant });
/** The last line of a log that came whole: the end of the chain as the database keeps it. */
export const logEnd = logHead.extend({ end: z.literal("concord-log") });

const entry = z.int().meta({ description: "Which" });

/** One place at which a log is not what it was, and what was found there. */
export const logBreak = z.discriminatedUnion("what", [
  z.object({ what: z.literal("changed"), entry, hash, reckoned: hash }).meta({
    description: "The hash of the entry is not that of what it says",
  }),
  z.object({ what: z.literal("missing"), entry, to: z.int() }).meta({ description: "Up to the entry `to`" }),
  z.object({ what: z.literal("does-not-follow"), entry, previous: hash, before: hash }).meta({
    description: "It was written behind another entry than the one that stands before it",
  }),
  z.object({ what: z.literal("out-of-order"), entry, after: z.int() }),
  z.object({ what: z.literal("other-practice"), entry, practice: z.string() }),
  z.object({ what: z.literal("not-as-written-down"), entry, hash, anchor: logHead }),
  z.object({ what: z.literal("cut-off"), entry, anchor: logHead }).meta({
    description: "Entries from here on were there once: a later end was written down",
  }),
]);

/** What following a log from its first entry to its last has shown. */
export const logProof = z.object({
  whole: z.boolean(),
  entries: z.int(),
  head: logHead.extend({ at: z.string() }).nullable().meta({ description: "None of a log without entries" }),
  compared: z.int().meta({ description: "Heads that were written down earlier, and that it was compared with" }),
  breaks: z.array(logBreak).meta({ description: "The first of them, in the order of the log" }),
});

export type LogEntry = z.infer<typeof logEntry>;
export type LogHead = z.infer<typeof logHead>;
export type LogEnd = z.infer<typeof logEnd>;
export type Anchor = z.infer<typeof anchor>;
export type LogBreak = z.infer<typeof logBreak>;
export type LogProof = z.infer<typeof logProof>;
