import type { ImportJob, ImportRow } from "@concord/exchange/api";
import type { ImportFound } from "../store/queries/import-jobs.ts";
import type { ImportRowFound } from "../store/queries/import-rows.ts";
import { sayReason } from "./say-reason.ts";

/** Share of the whole that reading takes; building the register is the rest. */
const READING = 0.9;

const progressOf = ({ state, bytes, bytesRead }: ImportFound): number => {
  if (state === "done" || state === "replaced") return 1;
  if (state === "building") return READING;
  return bytes === 0 ? 0 : Math.min(1, bytesRead / bytes) * READING;
};

const counts = ({ reasons }: ImportFound, outcome: "set-aside" | "refused"): ImportJob["refusedBy"] =>
  reasons
    .filter((one) => one.outcome === outcome)
    .map(({ code, count }) => ({ code, say: sayReason(code).say, count }));

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
  format: found.format,
  parts: (found.contents?.parts ?? []).map(({ file, format }) => ({ file, format })),
  notRead: (found.contents?.notRead ?? []).map(({ file, why }) => ({ file, why })),
  remarks: [...(found.contents?.remarks ?? [])],
  corrected: found.contents?.corrected ?? 0,
  error: found.error === null ? null : { code: found.error.code, found: found.error.found, todo: found.error.todo },
  replaces: found.replaces,
  replacedBy: found.replacedBy,
});

export const presentImportRow = ({ row, part, outcome, reason: code, found, raw }: ImportRowFound): ImportRow => ({
  row,
  part,
  outcome,
  reason: code,
  ...sayReason(code),
  found,
  raw,
});
