import type { MultipartFile } from "@fastify/multipart";
import type { FastifyRequest } from "fastify";
import { Readable } from "node:stream";
import { RequestProblem } from "../http/problems.ts";

export interface UploadedFile {
  readonly name: string;
  /** Ends well only where the file came whole. */
  readonly bytes: Readable;
}

const NAME_KEPT = 200;

const broken = (): RequestProblem =>
  new RequestProblem("upload-broken", "The upload ended before the file did. Send it again; nothing was kept of it.");

const tooLarge = (): RequestProblem =>
  new RequestProblem("body-too-large", "The file is larger than the service takes. Send it in parts, or gzipped.");

/** The bytes as they come. A stream that was cut at the limit ends like a whole one, and only says so itself. */
async function* whole(file: MultipartFile["file"]): AsyncGenerator<Buffer> {
  try {
    for await (const bytes of file) yield bytes as Buffer;
  } catch {
    throw broken();
  }
  if (file.truncated) throw tooLarge();
}

/** The one file of a form, as a stream: it is never held in memory. */
export const uploadedFile = async (request: FastifyRequest): Promise<UploadedFile> => {
  const part = await request.file().catch((error: { statusCode?: number }) => {
    throw typeof error.statusCode === "number" ? error : broken();
  });
  if (part === undefined)
    throw new RequestProblem("file-missing", 'Send one file, as the field "file" of multipart/form-data.');
  const given: string | undefined = part.filename;
  const name = (given ?? "").replaceAll("\0", "").slice(0, NAME_KEPT) || "upload";
  return { name, bytes: Readable.from(whole(part.file), { objectMode: false }) };
};
