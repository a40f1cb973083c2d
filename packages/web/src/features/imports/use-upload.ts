import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { ApiProblem } from "../../api/api-problem.ts";
import { uploadFile, type ImportAccepted } from "../../api/imports.ts";

export type UploadState =
  | { readonly is: "ready" }
  | { readonly is: "sending"; readonly file: string; readonly part: number }
  | { readonly is: "stopped" }
  | { readonly is: "same"; readonly file: string; readonly job: ImportAccepted }
  | { readonly is: "failed"; readonly error: unknown };

/** One file on its way to the service; once it is there, its own page tells what becomes of it. */
export const useUpload = (replaces: number | null) => {
  const [state, setState] = useState<UploadState>({ is: "ready" });
  const abort = useRef<AbortController>(null);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const start = async (file: File): Promise<void> => {
    abort.current = new AbortController();
    setState({ is: "sending", file: file.name, part: 0 });
    try {
      const onSent = (part: number): void => setState({ is: "sending", file: file.name, part });
      const job = await uploadFile(file, replaces, onSent, abort.current.signal);
      await queryClient.invalidateQueries({ queryKey: ["imports"] });
      if (job.alreadyImported) return setState({ is: "same", file: file.name, job });
      setState({ is: "ready" });
      await navigate({ to: "/imports/$id", params: { id: String(job.id) } as never });
    } catch (error) {
      const stopped = error instanceof ApiProblem && error.code === "stopped-by-you";
      setState(stopped ? { is: "stopped" } : { is: "failed", error });
    }
    return undefined;
  };
  return { state, start: (file: File): void => void start(file), stop: (): void => abort.current?.abort() };
};
