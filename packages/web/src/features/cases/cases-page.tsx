import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { casesQuery } from "../../api/cases.ts";
import { Page } from "../../ui/page.tsx";
import { Answer, Empty } from "../../ui/states.tsx";
import { useWords } from "../../words/use-words.ts";

export const CasesPage = () => {
  const { t } = useTranslation("cases");
  const { sayInstant } = useWords();
  const answer = useQuery(casesQuery());
  return (
    <Page title={t("title")} beside={<p>{t("says")}</p>}>
      <div className="card">
        <Answer of={answer} lines={6}>
          {({ cases }) =>
            cases.length === 0 ? (
              <Empty says={t("none")} />
            ) : (
              <ul className="lines">
                {cases.map(({ case: number, at, named }) => (
                  <li key={number}>
                    {named === null ? (
                      <Link to="/cases/$id" params={{ id: String(number) } as never}>
                        {t("case", { number })}
                      </Link>
                    ) : (
                      <Link to="/people/$key" params={{ key: named.key } as never}>
                        {t("named", { person: named.person })}
                      </Link>
                    )}{" "}
                    <span className="quiet">{t("since", { at: sayInstant(at) })}</span>
                  </li>
                ))}
              </ul>
            )
          }
        </Answer>
      </div>
    </Page>
  );
};
