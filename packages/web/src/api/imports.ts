import type { ImportJob, ImportRow } from "@concord/exchange/api";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { get, send, upload } from "./client.ts";

const UNDER_WAY = new Set<ImportJob["state"]>(["queued", "reading", "building"]);
export const isUnderWay = (job: ImportJob): boolean => UNDER_WAY.has(job.state);

export const importsQuery = () =>
  queryOptions({
    queryKey: ["imports"],
    queryFn: ({ signal }) => get<{ imports: ImportJob[] }>("/api/imports", signal),
    refetchInterval: (query) => (query.state.data?.imports.some(isUnderWay) === true ? 1000 : false),
  });

export const importQuery = (id: number) =>
  queryOptions({
    queryKey: ["imports", id],
    queryFn: ({ signal }) => get<ImportJob>(`/api/imports/${id}`, signal),
    refetchInterval: (query) => (query.state.data !== undefined && isUnderWay(query.state.data) ? 1000 : false),
  });

export interface ImportRows {
  readonly total: number;
  readonly rows: readonly ImportRow[];
  readonly page: number;
  readonly size: number;
}
export const importRowsQuery = (id: number, query: string) =>
  queryOptions({
    queryKey: ["imports", id, "rows", query],
    queryFn: ({ signal }) => get<ImportRows>(`/api/imports/${id}/rows${query}`, signal),
    placeholderData: keepPreviousData,
  });

export const cancelImport = async (id: number): Promise<ImportJob> => send("POST", `/api/imports/${id}/cancel`);

export type ImportAccepted = ImportJob & { readonly alreadyImported: boolean };
export const uploadFile = async (
  file: File,
  replaces: number | null,
  onSent: (part: number) => void,
  signal: AbortSignal,
): Promise<ImportAccepted> => {
  const form = new FormData();
  form.append("file", file, file.name);
  return upload(`/api/imports${replaces === null ? "" : `?replaces=${replaces}`}`, form, onSent, signal);
};
