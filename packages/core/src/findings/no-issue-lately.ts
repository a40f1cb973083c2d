import { formatDay } from "../calendar/day.ts";
import { rowsOf } from "./evidence.ts";
import type { FindingRule } from "./finding.ts";
import { unpublished } from "./sources.ts";

/** After a long episode nothing is current any more, and the last issue is not long ago: possibly stopped. */
export const noIssueLately: FindingRule<"no-issue-lately", { episodeDays: number; lastIssueWithinDays: number }> = {
  code: "no-issue-lately",
  title: "No issue lately, possibly stopped",
  source: unpublished("No cut-off was found in print. An episode of 90 days or more; last issue within a year."),
  defaults: { episodeDays: 90, lastIssueWithinDays: 365 },
  find: ({ dose: { current, episode }, on }, { episodeDays, lastIssueWithinDays }) => {
    const last = episode?.spans.at(-1);
    if (episode === null || last === undefined || current.length > 0) return null;
    const days = episode.to - episode.since;
    if (days < episodeDays || on - last.from > lastIssueWithinDays) return null;
    return {
      since: formatDay(episode.since),
      episodeDays: days,
      lastIssue: formatDay(last.from),
      daysSinceLastIssue: on - last.from,
      rows: rowsOf(episode.spans.filter(({ from }) => from === last.from)),
    };
  },
};
