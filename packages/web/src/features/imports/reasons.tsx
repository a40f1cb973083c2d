import type { ImportJob } from "@concord/exchange/api";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Empty } from "../../ui/states.tsx";
import { useWords } from "../../words/use-words.ts";

/** Why rows of a file were not used, with how many; each reason opens to its rows. */
export const Reasons = ({ job }: { readonly job: ImportJob }) => {
  const { t } = useTranslation("imports");
  const { sayCount } = useWords();
  const reasons = [
    ...job.refusedBy.map((one) => ({ ...one, fate: "refused" as const })),
    ...job.setAsideBy.map((one) => ({ ...one, fate: "setAside" as const })),
  ];
  return (
    <section className="card" aria-labelledby="reasons">
      <h2 id="reasons">{t("reasons.title")}</h2>
      {reasons.length === 0 ? (
        <Empty says={t("reasons.none")} />
      ) : (
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t("reasons.fate")}</th>
              <th scope="col">{t("reasons.why")}</th>
              <th scope="col" className="number">
                {t("reasons.rows")}
              </th>
            </tr>
          </thead>
          <tbody>
            {reasons.map((one) => (
              <tr key={`${one.fate}-${one.code}`}>
                <td>{t(`reasons.${one.fate}`)}</td>
                <th scope="row">
                  <Link to="." search={{ reason: one.code }} hash="rows">
                    {one.say}
                  </Link>
                </th>
                <td className="number">{sayCount(one.count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
};
