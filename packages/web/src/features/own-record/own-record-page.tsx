import type { OwnRecord } from "@concord/exchange/api";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ownRecordQuery } from "../../api/own-record.ts";
import { Page } from "../../ui/page.tsx";
import { Answer, Empty } from "../../ui/states.tsx";
import { StackedTable } from "../../ui/table.tsx";
import { useWords } from "../../words/use-words.ts";
import "./own-record.css";

const Issue = ({ one }: { readonly one: OwnRecord["issues"][number] }) => {
  const { t } = useTranslation("own-record");
  const { sayDate } = useWords();
  const written = (text: string): string => (text === "" ? t("notWritten") : text);
  return (
    <tr role="row">
      <td role="cell" data-label={t("date")}>
        {sayDate(one.date)}
      </td>
      <th role="rowheader" scope="row">
        {one.product}
        {one.elsewhere && <span className="under">{t("elsewhere")}</span>}
      </th>
      <td role="cell" data-label={t("directions")}>
        {written(one.directions)}
      </td>
      <td role="cell" data-label={t("quantity")}>
        {written(one.quantity)}
      </td>
    </tr>
  );
};

const COLUMNS = ["date", "medicine", "directions", "quantity"] as const;

const Issues = ({ issues }: Pick<OwnRecord, "issues">) => {
  const { t } = useTranslation("own-record");
  if (issues.length === 0) return <Empty says={t("none")} />;
  return (
    <StackedTable className="own-issues" label={t("list")} columns={COLUMNS} says={(one) => t(one)}>
      {issues.map((one, at) => (
        // Two issues may be alike in everything.
        // oxlint-disable-next-line react/no-array-index-key
        <Issue key={at} one={one} />
      ))}
    </StackedTable>
  );
};

export const OwnRecordPage = () => {
  const { t } = useTranslation("own-record");
  const { sayDate } = useWords();
  const record = useQuery(ownRecordQuery());
  const asOf = record.data?.asOf ?? null;
  return (
    <Page title={t("title")} beside={asOf !== null && <p>{t("upTo", { date: sayDate(asOf) })}</p>}>
      <p>{t("says")}</p>
      <section className="card">
        <Answer of={record} lines={6}>
          {({ issues }) => <Issues issues={issues} />}
        </Answer>
      </section>
    </Page>
  );
};
