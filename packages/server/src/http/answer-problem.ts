import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { isLostConnection } from "../store/lost-connection.ts";
import { isNoRoom } from "../store/no-room.ts";
import { presentProblem, PROBLEM_TYPE } from "./present-problem.ts";
import { PROBLEMS, RequestProblem, type ProblemCode, type ProblemFacts } from "./problems.ts";
import { NOT_STORED } from "./security-headers.ts";

/** What the framework itself refuses. */
const FRAMEWORK: Readonly<Record<string, readonly [ProblemCode, string]>> = {
  FST_ERR_BAD_URL: ["address-not-valid", "The address has a % that is followed by no two hexadecimal digits."],
  FST_ERR_MAX_PARAM_LENGTH: ["address-too-long", "A part of the address is longer than any key."],
  FST_ERR_CTP_INVALID_JSON_BODY: ["body-not-json", "Send valid JSON."],
  FST_ERR_CTP_EMPTY_JSON_BODY: ["body-not-json", "The body is empty. Send valid JSON."],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ["body-not-json", "The body is not as long as its header says."],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ["media-type-not-taken", "Send application/json, or multipart/form-data for a file."],
  FST_ERR_CTP_BODY_TOO_LARGE: ["body-too-large", "Send a smaller body."],
  FST_INVALID_MULTIPART_CONTENT_TYPE: ["media-type-not-taken", "Send the file as multipart/form-data."],
  FST_REQ_FILE_TOO_LARGE: ["body-too-large", "The file is larger than the service takes."],
  FST_FILES_LIMIT: ["request-not-valid", "Send one file at a time."],
  FST_PARTS_LIMIT: ["request-not-valid", "The upload has more parts than one file and its fields."],
  FST_FIELDS_LIMIT: ["request-not-valid", "The upload has more fields than are known."],
};

/** PostgreSQL's codes for values that it cannot hold, which the schemas let through. */
const NOT_HELD = new Set(["22021", "22P05", "22P02", "22003", "22008", "22007", "22001"]);

interface Told {
  readonly code: ProblemCode;
  readonly detail: string;
  readonly facts: ProblemFacts;
}

const told = (code: ProblemCode, detail: string): Told => ({ code, detail, facts: {} });

const tellOf = (error: Error & Partial<FastifyError>): Told => {
  if (error instanceof RequestProblem) return { code: error.code, detail: error.message, facts: error.facts };
  const code = error.code ?? "";
  const known = FRAMEWORK[code];
  if (known !== undefined) return told(...known);
  if (NOT_HELD.has(code)) return told("request-not-valid", "A value in the request cannot be held by the store.");
  if (isLostConnection(error)) return told("store-not-answering", "Nothing was changed. Try again in a moment.");
  if (isNoRoom(error))
    return told(
      "store-full",
      "Nothing was changed. Whoever looks after the service makes room; then it goes on by itself.",
    );
  if (typeof error.statusCode === "number" && error.statusCode >= 400 && error.statusCode < 500)
    return told("request-not-valid", "The request cannot be read.");
  return told("service-fault", "The fault is written to the service's log under this request's number.");
};

/** The one place where anything that went wrong becomes an answer, with the headers that every answer has. */
export const answerProblem = (
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  headers: Readonly<Record<string, string>>,
): FastifyReply => {
  const fault = error instanceof Error ? error : new Error(String(error));
  const { code, detail, facts } = tellOf(fault);
  const { status } = PROBLEMS[code];
  // Errors of the store may quote values of people's records: code and place alone are written down.
  if (status >= 500)
    request.log.error({ code: (fault as { code?: unknown }).code, name: fault.name, stack: placeOf(fault) }, code);
  // An answer that was to be a download is none now.
  void reply.removeHeader("content-disposition");
  return reply
    .code(status)
    .headers(headers)
    .header("cache-control", NOT_STORED)
    .type(PROBLEM_TYPE)
    .serializer(JSON.stringify)
    .send(presentProblem(code, detail, request.id, facts));
};

const placeOf = ({ stack = "" }: Error): readonly string[] =>
  stack
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim());
