import type { Problem } from "@concord/exchange/api";
import { PROBLEMS, type ProblemCode, type ProblemFacts } from "./problems.ts";

export const PROBLEM_TYPE = "application/problem+json; charset=utf-8";

/** A problem as RFC 9457 writes it. `type` names the section of the reader page that tells of it. */
export const presentProblem = (
  code: ProblemCode,
  detail: string,
  requestId: string,
  { problems, by }: ProblemFacts = {},
): Problem => ({
  type: `/api/docs#problem-${code}`,
  title: PROBLEMS[code].title,
  status: PROBLEMS[code].status,
  code,
  detail,
  instance: `urn:concord:request:${requestId}`,
  ...(problems === undefined ? {} : { problems: [...problems] }),
  ...(by === undefined ? {} : { by: { ...by } }),
});
