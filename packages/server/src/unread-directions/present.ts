import type { UnreadList, UnreadPeople } from "@concord/exchange/api";
import type { UnreadPerson } from "../store/queries/unread-people.ts";
import type { UnreadText } from "../store/queries/unread-texts.ts";

const byReason = (texts: readonly UnreadText[]): UnreadList["byReason"] =>
  [...Map.groupBy(texts, ({ reason }) => reason)]
    .map(([reason, some]) => ({
      reason,
      texts: some.length,
      issues: some.reduce((sum, { issues }) => sum + issues, 0),
    }))
    .toSorted((a, b) => b.issues - a.issues || (a.reason < b.reason ? -1 : 1));

export const presentUnread = (texts: readonly UnreadText[]): UnreadList => ({
  texts: texts.map((text) => ({
    key: text.key,
    product: text.product,
    directions: text.directions,
    reason: text.reason,
    because: text.because,
    people: text.people,
    issues: text.issues,
    current: text.current,
    examplePerson: text.examplePerson,
    examplePersonKey: text.examplePersonKey,
    countedIn: text.countedIn,
    eachPerson: text.eachPerson,
  })),
  byReason: byReason(texts),
});

export const presentUnreadPerson = ({
  person,
  personKey,
  issues,
  lastIssue,
}: UnreadPerson): UnreadPeople["people"][number] => ({
  person,
  personKey,
  issues,
  lastIssue,
});
