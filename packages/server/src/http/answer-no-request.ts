import type { Socket } from "node:net";
import { randomUUID } from "node:crypto";
import { STATUS_CODES } from "node:http";
import { presentProblem, PROBLEM_TYPE } from "./present-problem.ts";
import { PROBLEMS, type ProblemCode } from "./problems.ts";
import { NOT_STORED } from "./security-headers.ts";

/** By Node's code for what came: no request was made of it, so that no hook and no route sees it. */
const KNOWN: Readonly<Record<string, readonly [ProblemCode, string]>> = {
  HPE_HEADER_OVERFLOW: ["headers-too-large", "The headers and the address together take more than 16 KiB."],
  ERR_HTTP_REQUEST_TIMEOUT: ["too-slow", "The request came too slowly. Send it again over a better line."],
};

const textOf = ([code, detail]: readonly [ProblemCode, string], headers: Readonly<Record<string, string>>): string => {
  const { status } = PROBLEMS[code];
  const body = JSON.stringify(presentProblem(code, detail, randomUUID()));
  const lines = Object.entries({
    ...headers,
    "cache-control": NOT_STORED,
    "content-type": PROBLEM_TYPE,
    "content-length": String(Buffer.byteLength(body)),
    connection: "close",
  }).map(([name, value]) => `${name}: ${value}`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\n${lines.join("\r\n")}\r\n\r\n${body}`;
};

/** Answers what is no request that can be read, as far as the connection still takes an answer, and ends it. */
export const answerNoRequest =
  (headers: Readonly<Record<string, string>>) =>
  (error: Error & { readonly code?: string }, socket: Socket): void => {
    if (error.code === "ECONNRESET" || socket.destroyed || !socket.writable) return void socket.destroy();
    const known = KNOWN[error.code ?? ""] ?? ["request-not-valid", "What came is no HTTP request."];
    socket.end(textOf(known, headers));
    socket.once("finish", () => socket.destroySoon());
  };
