import type { Problem } from "@concord/exchange/api";

/** What the pages themselves say when no answer came, or none that can be read. */
type OwnCode = "not-answering" | "answer-not-read";

/** A request that did not succeed. `code` is stable: the pages decide by it, never by the words. */
export class ApiProblem extends Error {
  readonly code: OwnCode | (string & {});
  readonly status: number;
  readonly problems: NonNullable<Problem["problems"]>;
  readonly title: string;

  constructor(code: OwnCode | (string & {}), status = 0, title = "", detail = "", problems: Problem["problems"] = []) {
    super(detail);
    this.code = code;
    this.status = status;
    this.title = title;
    this.problems = problems ?? [];
  }

  /** Whether the same request may succeed a moment later. */
  get mayPass(): boolean {
    return this.code === "not-answering" || this.status >= 500;
  }
}

export const problemFrom = (status: number, text: string): ApiProblem => {
  try {
    const { code, title, detail, problems } = JSON.parse(text) as Problem;
    if (typeof code === "string") return new ApiProblem(code, status, title, detail, problems);
  } catch {
    // Not from the service: something between it and the page answered.
  }
  return new ApiProblem("answer-not-read", status);
};
