import type { FastifyRequest } from "fastify";
import type { Readable } from "node:stream";
import { RequestProblem } from "../http/problems.ts";

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Readable;
  /** What went wrong with the bytes on their way here, once it has; null while all is well. */
  readonly fault: () => RequestProblem | null;
}

const NAME_KEPT = 200;

const broken = (): RequestProblem =>
  new RequestProblem("upload-broken", "The upload ended before the file did. Send it again; nothing was kept of it.");

/** The one file of a form, as a stream: it is never held in memory. */
export const uploadedFile = async (request: FastifyRequest): Promise<UploadedFile> => {
  const part = await request.file().catch((error: { statusCode?: number }) => {
    throw typeof error.statusCode === "number" ? error : broken();
  });
  if (part === undefined)
    throw new RequestProblem("file-missing", 'Send one file, as the field "file" of multipart/form-data.');
  const { file: bytes, filename } = part;
  let fault: RequestProblem | null = null;
  bytes.once("limit", () => {
    fault = new RequestProblem(
      "body-too-large",
      "The file is larger than the service takes. Send it in parts, or gzipped.",
    );
    bytes.destroy(fault);
  });
  bytes.once("error", () => (fault ??= broken()));
  return { name: filename.replaceAll("\0", "").slice(0, NAME_KEPT) || "upload", bytes, fault: () => fault };
};
