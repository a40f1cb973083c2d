import type { Account, FailedFile, FileAccount, RowsByReason } from "@concord/exchange";
import { sayCount } from "../words/say-dose.ts";

const reasons = (title: string, rows: RowsByReason): string[] => {
  if (rows.total === 0) return [];
  return [
    `${title} ${sayCount(rows.total)}:`,
    ...rows.reasons.flatMap(({ say, count, examples }) => [
      `  ${sayCount(count).padStart(9)}  ${say}`,
      ...examples.slice(0, 1).map((one) => `             for example ${one.file}, row ${one.row}: ${one.found}`),
    ]),
  ];
};

const place = ({ at }: FailedFile): string => {
  if (at === null) return "";
  return "row" in at ? `, row ${at.row}` : `, byte ${at.byte}`;
};

/** What a format belongs to: one place often exports its records in more than one of these. */
const familyOf = ({ format }: FileAccount): string => format.split("-")[0]!;

/** The same records in two formats would count twice, and no file says that it holds what another one holds. */
const sayMixed = ({ files }: Account): string[] => {
  const families = new Map(files.map((file) => [familyOf(file), file.file]));
  if (families.size < 2) return [];
  return [
    `Look: files of different formats were read together (${[...families.values()].join(", ")}).`,
    "If they hold the same records, each issue counts twice: name one of them only.",
  ];
};

/** Files named beyond this are counted only: a folder may hold many that are none of ours. */
const PASSED_OVER_NAMED = 5;

const sayPassedOver = ({ notRead }: Account): string[] => {
  const more = notRead.length - PASSED_OVER_NAMED;
  return [
    ...notRead.slice(0, PASSED_OVER_NAMED).map(({ file, why }) => `Passed over: ${file}: ${why}.`),
    ...(more > 0 ? [`Passed over: ${sayCount(more)} more.`] : []),
  ];
};

/** Files that could not be read, or not to their end: nothing where all could. */
export const sayFailures = ({ failed }: Account): string =>
  failed.map((one) => `Not read to the end: ${one.file}${place(one)}: ${one.found}. ${one.todo}\n`).join("");

/** "1 opioid", "2 opioids". */
const opioids = (count: number): string => `${sayCount(count)} ${count === 1 ? "opioid" : "opioids"}`;

/** Where each row went, for people: rows read = used + set aside + refused, then why. */
export const sayAccount = (account: Account): string =>
  [
    `Rows read ${sayCount(account.rowsRead)} = used ${sayCount(account.used.total)} + set aside ${sayCount(account.setAside.total)} + refused ${sayCount(account.refused.total)}`,
    `Used: ${opioids(account.used.opioid)}, ${sayCount(account.used.companion)} watched beside them, ${sayCount(account.used.notWatched)} neither`,
    ...reasons("Set aside", account.setAside),
    ...reasons("Refused", account.refused),
    ...reasons("Used, but the dose could not be computed,", account.couldNotBeComputed),
    ...sayFailures(account).split("\n").slice(0, -1),
    ...sayPassedOver(account),
    ...account.remarks.map((remark) => `Look: ${remark}`),
    ...sayMixed(account),
    "",
  ].join("\n");
