import type { FastifyRequest } from "fastify";
import { RequestProblem } from "./problems.ts";
import { MOST_HEADERS, MOST_LEVELS } from "./request-limits.ts";

/** Node would pass over the headers beyond some number; they are refused instead. */
export const checkHeaders = ({ raw }: FastifyRequest): void => {
  if (raw.rawHeaders.length / 2 > MOST_HEADERS)
    throw new RequestProblem("headers-too-large", `The request has more than ${MOST_HEADERS} headers.`);
};

/** A packed body may unpack to thousands of times its size: bodies come as they are, files gzipped as files. */
export const checkEncoding = ({ headers }: FastifyRequest): void => {
  const encoding = headers["content-encoding"] ?? "identity";
  if (encoding.trim().toLowerCase() !== "identity")
    throw new RequestProblem(
      "media-type-not-taken",
      "Send the body without Content-Encoding. A gzipped file of records is sent as it is.",
    );
};

/** What a body cannot be, whatever its shape; null where it is fine. Goes through it without calling itself. */
export const impossibleIn = (value: unknown): { readonly found: string; readonly todo: string } | null => {
  const waiting: { readonly it: unknown; readonly level: number }[] = [{ it: value, level: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { it, level } = next;
    // PostgreSQL keeps no zero character, and no record has one.
    if (typeof it === "string" && it.includes("\0"))
      return { found: "a zero character", todo: "Leave the zero character out." };
    if (typeof it !== "object" || it === null) continue;
    if (level === MOST_LEVELS)
      return { found: `more than ${MOST_LEVELS} levels`, todo: "Send what the address takes, not nested deeper." };
    for (const [name, inside] of Object.entries(it))
      waiting.push({ it: name, level }, { it: inside, level: level + 1 });
  }
  return null;
};
