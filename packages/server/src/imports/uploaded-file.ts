import type { Multipart, MultipartFile } from "@fastify/multipart";
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

const oneAtATime = (): RequestProblem =>
  new RequestProblem("request-not-valid", "Send one file at a time; nothing was kept of this upload.");

type Parts = AsyncIterableIterator<Multipart>;

const nextFile = async (parts: Parts): Promise<MultipartFile | undefined> => {
  for (let next = await parts.next(); next.done !== true; next = await parts.next())
    if (next.value.type === "file") return next.value;
  return undefined;
};

/**
 * The bytes as they come. A stream that was cut at the limit ends like a whole one, and only says so itself. A second
 * file is not passed over: the whole upload is refused.
 */
async function* whole(file: MultipartFile["file"], parts: Parts): AsyncGenerator<Buffer> {
  try {
    for await (const bytes of file) yield bytes as Buffer;
  } catch {
    throw broken();
  }
  if (file.truncated) throw tooLarge();
  if ((await nextFile(parts)) !== undefined) throw oneAtATime();
}

/** The one file of a form, as a stream: it is never held in memory. */
export const uploadedFile = async (request: FastifyRequest): Promise<UploadedFile> => {
  const parts = request.parts();
  const part = await nextFile(parts).catch((error: { statusCode?: number }) => {
    throw typeof error.statusCode === "number" ? error : broken();
  });
  if (part === undefined)
    throw new RequestProblem("file-missing", 'Send one file, as the field "file" of multipart/form-data.');
  const given: string | undefined = part.filename;
  const name = (given ?? "").replaceAll("\0", "").slice(0, NAME_KEPT) || "upload";
  return { name, bytes: Readable.from(whole(part.file, parts), { objectMode: false }) };
};
