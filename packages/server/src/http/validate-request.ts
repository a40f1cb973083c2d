import type { FastifySchemaCompiler } from "fastify";
import type { z } from "zod";
import { fieldProblems } from "./field-problems.ts";
import { RequestProblem, type FieldProblem } from "./problems.ts";

const PARTS: Readonly<Record<string, string>> = { querystring: "query", params: "address", body: "body" };

/** PostgreSQL keeps no zero character, and no record has one. */
const hasZeroCharacter = (value: unknown): boolean => {
  if (typeof value === "string") return value.includes("\0");
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([name, inside]) => name.includes("\0") || hasZeroCharacter(inside));
};

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
    if (hasZeroCharacter(data))
      return refuse([{ at: part, found: "a zero character", todo: "Leave the zero character out." }]);
    const parsed = schema.safeParse(data);
    return parsed.success ? { value: parsed.data } : refuse(fieldProblems(part, parsed.error.issues, data));
  };
};
