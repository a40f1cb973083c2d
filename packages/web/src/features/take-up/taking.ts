import type { TakeUpStart } from "@concord/exchange/api";
import { ApiProblem } from "../../api/api-problem.ts";
import type { FieldError } from "../../ui/error-summary.tsx";

/** An account being taken up, whatever one will sign in with. */
export interface Taking {
  readonly start: TakeUpStart;
  readonly login: string;
  /** What the first administrator has not said yet of themselves. */
  readonly missing: readonly FieldError[];
  readonly onAsked: () => void;
  readonly onDone: () => void;
  /** The code has to be entered again. */
  readonly onLapsed: () => void;
}

/** Whether the code, or what came with it, holds no longer. */
export const hasLapsed = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.code === "code-not-valid" || error.code === "start-again");
