import { reason, REASON_CODES, type ReasonCode } from "@concord/exchange";
import type { ImportJob, ImportRow } from "@concord/exchange/api";
import type { ImportFound } from "../store/queries/import-jobs.ts";
import type { ImportRowFound } from "../store/queries/import-rows.ts";

const KNOWN: ReadonlySet<string> = new Set(REASON_CODES);

/** A reason in words; a code that an earlier version wrote stands for itself. */
const wordsOf = (code: string): { readonly say: string; readonly todo: string } =>
  KNOWN.has(code) ? reason(code as ReasonCode) : { say: code.replaceAll("-", " "), todo: "" };

/** Share of the whole that reading takes; building the register is the rest. */
const READING = 0.9;

const progressOf = ({ state, bytes, bytesRead }: ImportFound): number => {
  if (state === "done" || state === "replaced") return 1;
  if (state === "building") return READING;
  return bytes === 0 ? 0 : Math.min(1, bytesRead / bytes) * READING;
};

const counts = ({ reasons }: ImportFound, outcome: "set-aside" | "refused"): ImportJob["refusedBy"] =>
  reasons.filter((one) => one.outcome === outcome).map(({ code, count }) => ({ code, say: wordsOf(code).say, count }));

export const presentImport = (found: ImportFound): ImportJob => ({
  id: found.id,
  file: found.file,
  bytes: found.bytes,
  sha256: found.sha256,
  state: found.state,
  progress: progressOf(found),
  rowsRead: found.rowsRead,
  used: found.used,
  setAside: found.setAside,
  refused: found.refused,
  setAsideBy: counts(found, "set-aside"),
  refusedBy: counts(found, "refused"),
  startedAt: found.startedAt,
  finishedAt: found.finishedAt,
  error: found.error === null ? null : { code: found.error.code, found: found.error.found, todo: found.error.todo },
  replaces: found.replaces,
  replacedBy: found.replacedBy,
});

export const presentImportRow = ({ row, outcome, reason: code, found, raw }: ImportRowFound): ImportRow => ({
  row,
  outcome,
  reason: code,
  ...pick(wordsOf(code)),
  found,
  raw,
});

const pick = ({ say, todo }: { readonly say: string; readonly todo: string }) => ({ say, todo });
