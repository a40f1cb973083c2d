import { parseDay, type Issue, type ItemReading, type RefusedRow } from "@concord/core";
import type { CasePicture } from "@concord/exchange/api";
import { sayReason } from "../imports/say-reason.ts";
import { presentIssue, presentPerson } from "../people/present.ts";
import { tableOf } from "../practices/present-table.ts";
import { keptItem } from "../register/kept-item.ts";
import { readerByHand } from "../register/reader-by-hand.ts";
import { stoppedOn } from "../register/stopped-on.ts";
import { registerLine } from "../register/register-line.ts";
import type { CaseRecords } from "../store/queries/case-records.ts";
import type { CurrentBuild } from "../store/queries/current-build.ts";
import { createMask } from "./mask-reading.ts";

/** Of nobody in particular. */
const NOBODY = { id: 0, reference: "", key: "", birthYear: null, registered: null, prescriber: null } as const;

const issuesOf = ({ issues, items }: CaseRecords, { tableId, asOf }: CurrentBuild): readonly Issue[] => {
  const read = readerByHand(tableOf(tableId));
  const mask = createMask();
  const readings = new Map<number, ItemReading>(
    items.map((item) => [item.id, mask(read(keptItem(item), item.byHand))]),
  );
  return issues.map(({ day, kind, itemId, ...rest }) => ({
    day: parseDay(day)!,
    kind,
    prescriber: null,
    file: "",
    row: 0,
    reading: readings.get(itemId)!,
    ...stoppedOn(rest, parseDay(asOf)!),
  }));
};

const refusedOf = ({ refused }: CaseRecords): readonly RefusedRow[] =>
  refused.map(({ day, reason }) => ({
    file: "",
    row: 0,
    day: day === null ? null : parseDay(day),
    product: "a row that was refused",
    because: sayReason(reason).say,
  }));

/**
 * A case: the picture of a person's page, made anew from records in which nothing says who they are. What hangs on the
 * day of registration is not in it.
 */
export const casePicture = (
  number: number,
  records: CaseRecords,
  build: CurrentBuild & { readonly dataFrom: string },
): CasePicture => {
  const issues = issuesOf(records, build);
  const { sex } = records;
  const line = registerLine(
    { ...NOBODY, details: { birthYear: null, sex, registered: null }, issues, refusedRows: refusedOf(records) },
    { asOf: parseDay(build.asOf)!, dataFrom: parseDay(build.dataFrom)!, table: tableOf(build.tableId), quarters: [] },
  );
  const found = {
    ...NOBODY,
    sex,
    entry: (line?.entry ?? null) as never,
    age: null,
    notReadable: line?.not_readable ?? null,
    lastIssue: line?.last_issue ?? null,
  };
  const shown = presentPerson(found, build, issues, []);
  return {
    case: number,
    ageBand: records.ageBand as CasePicture["ageBand"],
    sex: shown.sex,
    asOf: shown.asOf,
    onRegister: shown.onRegister,
    table: shown.table,
    directed: shown.directed,
    supplied: shown.supplied,
    atLeast: shown.atLeast,
    notReadable: shown.notReadable,
    since: shown.since,
    lastIssue: shown.lastIssue,
    medicines: shown.medicines,
    findings: shown.findings,
    unconverted: shown.unconverted,
    timeline: shown.timeline,
    companions: shown.companions,
    maintenance: shown.maintenance,
    elsewhere: shown.elsewhere,
    events: shown.events,
    marks: shown.marks,
    issues: issues.toReversed().map((issue) => {
      const { date, product, directions, quantity, kind } = presentIssue(issue);
      return { date, product, directions, quantity, kind };
    }),
  };
};
