import type { Account, FailedFile, RowsByReason } from "@concord/exchange";
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

/** Where each row went, for people: rows read = used + set aside + refused, then why. */
export const sayAccount = (account: Account): string =>
  [
    `Rows read ${sayCount(account.rowsRead)} = used ${sayCount(account.used.total)} + set aside ${sayCount(account.setAside.total)} + refused ${sayCount(account.refused.total)}`,
    `Used: ${sayCount(account.used.opioid)} opioids, ${sayCount(account.used.companion)} watched beside them, ${sayCount(account.used.notWatched)} neither`,
    ...reasons("Set aside", account.setAside),
    ...reasons("Refused", account.refused),
    ...reasons("Used, but the dose could not be computed,", account.couldNotBeComputed),
    ...account.failed.map((one) => `Not read to the end: ${one.file}${place(one)}: ${one.found}. ${one.todo}`),
    "",
  ].join("\n");
