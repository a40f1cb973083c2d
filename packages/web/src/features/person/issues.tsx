import type { IssueRow } from "@concord/exchange/api";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { issuesQuery } from "../../api/people.ts";
import { Answer, Empty } from "../../ui/states.tsx";
import { ScrolledTable } from "../../ui/table.tsx";
import { useWords } from "../../words/use-words.ts";
import { Opened } from "../../picture/opened.tsx";

const COLUMNS = ["date", "product", "directions", "quantity", "kind", "prescriber", "where"] as const;

const IssueTable = ({ issues }: { readonly issues: readonly IssueRow[] }) => {
  const { t } = useTranslation("person");
  const { sayDate } = useWords();
  return (
    <>
      <p className="quiet">{t("issues.count", { count: issues.length })}</p>
      <ScrolledTable className="issues" label={t("issues.label")} columns={COLUMNS} says={(one) => t(`issues.${one}`)}>
        {issues.map((one) => (
          <tr key={`${one.file}${one.row}`}>
            <th scope="row">{sayDate(one.date)}</th>
            <td>{one.product}</td>
            <td className="said">{one.directions}</td>
            <td>{one.quantity}</td>
            <td>{t(`issues.kinds.${one.kind}`)}</td>
            <td>{one.prescriber}</td>
            <td className="quiet">{t("findings.row", { file: one.file, row: one.row })}</td>
          </tr>
        ))}
      </ScrolledTable>
    </>
  );
};

const Loaded = ({ of }: { readonly of: string }) => {
  const { t } = useTranslation("person");
  const answer = useQuery(issuesQuery(of));
  return (
    <Answer of={answer} lines={6}>
      {({ issues }) => (issues.length === 0 ? <Empty says={t("issues.none")} /> : <IssueTable issues={issues} />)}
    </Answer>
  );
};

/** Every issue as the records have it, companions and other products included; fetched when asked for. */
export const Issues = ({ of }: { readonly of: string }) => {
  const { t } = useTranslation("person");
  return (
    <section className="card every-issue" aria-labelledby="every-issue">
      <h2 id="every-issue">{t("issues.title")}</h2>
      <Opened summary={t("issues.show")}>
        <Loaded of={of} />
      </Opened>
    </section>
  );
};
