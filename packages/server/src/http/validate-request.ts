import type { FastifySchemaCompiler } from "fastify";
import type { z } from "zod";
import { impossibleIn } from "./body-guard.ts";
import { fieldProblems } from "./field-problems.ts";
import { RequestProblem, type FieldProblem } from "./problems.ts";

const PARTS: Readonly<Record<string, string>> = { querystring: "query", params: "address", body: "body" };

const refuse = (problems: readonly FieldProblem[]): { error: Error } => ({
  error: new RequestProblem(
    "request-not-valid",
    problems.map(({ at, found, todo }) => `${at}: found ${found}. ${todo}`).join(" "),
    { problems },
  ),
});

/** Parses one part of a request by its schema; everything that is wrong with it is told at once. */
export const validateRequest: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  const part = PARTS[httpPart ?? ""] ?? httpPart ?? "request";
  return (data: unknown) => {
    const impossible = impossibleIn(data);
    if (impossible !== null) return refuse([{ at: part, ...impossible }]);
    const parsed = schema.safeParse(data);
    return parsed.success ? { value: parsed.data } : refuse(fieldProblems(part, parsed.error.issues, data));
  };
};
