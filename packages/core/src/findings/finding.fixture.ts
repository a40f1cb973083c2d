import type { Day } from "../calendar/day.ts";
import { on } from "../exposure/reading.fixture.ts";
import type { Issue, PersonDetails } from "../exposure/types.ts";
import { findingContext } from "./finding-context.ts";
import type { Evidence, FindingRule, ThresholdValues } from "./finding.ts";
import type { FindingCode } from "./finding-codes.ts";

/** Test support: what a rule says of these issues on a day, with only what matters to the case. */
export const evidenceOf = <C extends FindingCode, S extends ThresholdValues>(
  rule: FindingRule<C, S>,
  issues: readonly Issue[],
  day: string,
  rest: { readonly registered?: string; readonly dataFrom?: string; readonly thresholds?: Partial<S> } = {},
): Evidence | null => {
  const details: PersonDetails = {
    birthYear: 1950,
    sex: null,
    registered: rest.registered === undefined ? null : on(rest.registered),
  };
  const dataFrom: Day | null = rest.dataFrom === undefined ? null : on(rest.dataFrom);
  const context = findingContext(details, issues, on(day), undefined, dataFrom);
  return rule.find(context, { ...rule.defaults, ...rest.thresholds });
};
