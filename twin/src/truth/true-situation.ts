import type { Situation } from "../plan/plan.ts";

export interface TrueSituation {
  readonly code: Situation;
  /** So by any reasonable rule; false where it hangs on where exactly a mark is set. */
  readonly clear: boolean;
}
