import type { Problem } from "@concord/exchange/api";

/** What the pages themselves say when no answer came, or none that can be read. */
type OwnCode = "not-answering" | "answer-not-read";

/** A request that did not succeed. `code` is stable: the pages decide by it, never by the words. */
export class ApiProblem extends Error {
  readonly code: OwnCode | (string & {});
  readonly status: number;
  readonly problems: NonNullable<Problem["problems"]>;
  readonly title: string;
  /** Seconds to wait before the next try; 0 where nothing says so. */
  readonly waitSeconds: number;

  constructor(
    code: OwnCode | (string & {}),
    status = 0,
    title = "",
    detail = "",
    problems: Problem["problems"] = [],
    waitSeconds = 0,
  ) {
    super(detail);
    this.code = code;
    this.status = status;
    this.title = title;
    this.problems = problems ?? [];
    this.waitSeconds = waitSeconds;
  }

  /** Whether the same request may succeed a moment later. */
  get mayPass(): boolean {
    return this.code === "not-answering" || this.status >= 500;
  }
}

export const problemFrom = (status: number, text: string, retryAfter: string | null = null): ApiProblem => {
  try {
    const { code, title, detail, problems } = JSON.parse(text) as Problem;
    if (typeof code === "string")
      return new ApiProblem(code, status, title, detail, problems, Number(retryAfter ?? 0) || 0);
  } catch {
    // Not from the service: something between it and the page answered.
  }
  return new ApiProblem("answer-not-read", status);
};
