import type { CasePicture } from "@concord/exchange/api";
import { useTranslation } from "react-i18next";
import { Opened } from "../../picture/opened.tsx";
import { ScrolledTable } from "../../ui/table.tsx";
import { useWords } from "../../words/use-words.ts";

const COLUMNS = ["date", "product", "directions", "quantity"] as const;

const IssueTable = ({ issues }: Pick<CasePicture, "issues">) => {
  const { t } = useTranslation("cases");
  const { sayDate } = useWords();
  return (
    <ScrolledTable className="issues" label={t("issues.label")} columns={COLUMNS} says={(one) => t(`issues.${one}`)}>
      {issues.map(({ date, product, directions, quantity }, i) => (
        <tr key={i}>
          <th scope="row">{sayDate(date)}</th>
          <td>{product}</td>
          <td className="said">{directions}</td>
          <td>{quantity}</td>
        </tr>
      ))}
    </ScrolledTable>
  );
};

/** Issues with what was read in their directions, never the words themselves. */
export const CaseIssues = ({ issues }: Pick<CasePicture, "issues">) => {
  const { t } = useTranslation("cases");
  return (
    <section className="card every-issue" aria-labelledby="every-issue">
      <h2 id="every-issue">{t("issues.title")}</h2>
      {issues.length === 0 ? (
        <p className="quiet">{t("issues.none")}</p>
      ) : (
        <Opened summary={t("issues.show")}>
          <IssueTable issues={issues} />
        </Opened>
      )}
    </section>
  );
};
