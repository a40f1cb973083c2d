import type { PracticeView } from "@concord/exchange/api";
import { useTranslation } from "react-i18next";
import { Empty } from "../../ui/states.tsx";
import { useWords } from "../../words/use-words.ts";
import { shownParts } from "./small-numbers.ts";
import { StackedColumns } from "./stacked-columns.tsx";
import { useShown } from "./use-shown.ts";

interface DoseBandsProps {
  readonly view: PracticeView;
  readonly small: number | null;
}

/** People by dose at the end of each quarter: drawn, and the same numbers in a table. */
export const DoseBands = ({ view, small }: DoseBandsProps) => {
  const { t } = useTranslation("practice");
  const { sayDate, sayShortMonth } = useWords();
  const say = useShown(view.smallNumber);
  const quarters = view.byDoseBand.map(({ on, people, total }) => ({ on, ...shownParts(people, total, small) }));
  const columns = quarters.map(({ on, parts, total }) => ({
    key: on,
    label: sayShortMonth(on),
    says: typeof total === "number" ? t("bands.atEnd", { date: sayDate(on), people: total }) : sayDate(on),
    parts: parts.map((people) => (typeof people === "number" ? people : 0)),
  }));
  return (
    <section className="card" aria-labelledby="bands">
      <h2 id="bands">{t("bands.title")}</h2>
      <p className="quiet">{t("bands.says")}</p>
      {quarters.length === 0 ? (
        <Empty says={t("bands.none")} />
      ) : (
        <>
          <StackedColumns columns={columns} axis={t("bands.axis")} />
          <ul className="key" aria-label={t("bands.key")}>
            {view.bands.map((band, i) => (
              <li key={band}>
                <svg className="swatch" viewBox="0 0 20 10" aria-hidden="true">
                  <rect className={`band-${i}`} width="20" height="10" />
                </svg>
                <span>{t(`band.${band}`)}</span>
              </li>
            ))}
          </ul>
          {small !== null && <p className="quiet">{t("bands.missing")}</p>}
          <details open={small !== null}>
            <summary>{t("bands.table")}</summary>
            <div className="scroll" role="region" aria-label={t("bands.caption")} tabIndex={0}>
              <table className="plain">
                <caption className="unseen">{t("bands.caption")}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t("bands.on")}</th>
                    {view.bands.map((band) => (
                      <th scope="col" className="number" key={band}>
                        {t(`band.${band}`)}
                      </th>
                    ))}
                    <th scope="col" className="number">
                      {t("bands.total")}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {quarters.toReversed().map(({ on, parts, total }) => (
                    <tr key={on}>
                      <th scope="row">{sayDate(on)}</th>
                      {parts.map((people, i) => (
                        <td className="number" key={view.bands[i]}>
                          {say(people)}
                        </td>
                      ))}
                      <td className="number">{say(total)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </details>
        </>
      )}
    </section>
  );
};
