import type { PracticeView } from "@concord/exchange/api";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { practiceViewQuery } from "../../api/practice.ts";
import { useMay } from "../../session/use-session.ts";
import { Checkbox } from "../../ui/field.tsx";
import { Page } from "../../ui/page.tsx";
import { Answer, Empty } from "../../ui/states.tsx";
import { useWords } from "../../words/use-words.ts";
import { DoseBands } from "./dose-bands.tsx";
import "./practice.css";
import { shown } from "./small-numbers.ts";
import { useShown } from "./use-shown.ts";

interface PartProps {
  readonly view: PracticeView;
  /** Numbers below it are hidden; null inside the practice. */
  readonly small: number | null;
}

const WITH = new Set(["benzodiazepine", "z-drug", "gabapentinoid"]);

const Together = ({ view, small }: PartProps) => {
  const { t, i18n } = useTranslation("practice");
  const say = useShown(view.smallNumber);
  const may = useMay();
  return (
    <section className="card" aria-labelledby="together">
      <h2 id="together">{t("together.title")}</h2>
      <p className="quiet">{t("together.says")}</p>
      {view.coPrescribing.length === 0 ? (
        <Empty says={t("together.none")} />
      ) : (
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t("together.with")}</th>
              <th scope="col" className="number">
                {t("together.people")}
              </th>
              <th scope="col" className="number">
                {t("together.of")}
              </th>
            </tr>
          </thead>
          <tbody>
            {view.coPrescribing.map((one) => {
              const people = shown(one.people, small);
              const name = i18n.exists(`practice:class.${one.with}`) ? t(`class.${one.with}`) : one.with;
              return (
                <tr key={one.with}>
                  <th scope="row">
                    {WITH.has(one.with) && may("register.read") ? (
                      <Link to="/register" search={{ finding: `opioid-with-${one.with}` }}>
                        {name}
                      </Link>
                    ) : (
                      name
                    )}
                  </th>
                  <td className="number">{say(people)}</td>
                  <td className="number">
                    {typeof people === "number" && typeof one.of === "number" && one.of > 0
                      ? t("together.share", { percent: Math.round((people / one.of) * 100) })
                      : say("left-out")}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
};

const NewLongTerm = ({ view, small }: PartProps) => {
  const { t } = useTranslation("practice");
  const { sayDate } = useWords();
  const say = useShown(view.smallNumber);
  const most = Math.max(1, ...view.newLongTerm.map(({ people }) => (typeof people === "number" ? people : 0)));
  return (
    <section className="card" aria-labelledby="new-long">
      <h2 id="new-long">{t("newLong.title")}</h2>
      <p className="quiet">{t("newLong.says")}</p>
      {view.newLongTerm.every(({ people }) => people === 0) ? (
        <Empty says={t("newLong.none")} />
      ) : (
        <table className="plain bars">
          <thead>
            <tr>
              <th scope="col">{t("newLong.quarter")}</th>
              <th scope="col" className="number">
                {t("newLong.people")}
              </th>
              <td aria-hidden="true" />
            </tr>
          </thead>
          <tbody>
            {view.newLongTerm.toReversed().map((one) => {
              const people = shown(one.people, small);
              return (
                <tr key={one.quarter}>
                  <th scope="row">{sayDate(one.quarter)}</th>
                  <td className="number">{say(people)}</td>
                  <td className="bar-cell" aria-hidden="true">
                    {typeof people === "number" && (
                      <svg viewBox="0 0 100 10" preserveAspectRatio="none">
                        <rect className="band-1" width={(people / most) * 100} height="10" />
                      </svg>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
};

export const PracticePage = () => {
  const { t } = useTranslation("practice");
  const { sayDate } = useWords();
  const view = useQuery(practiceViewQuery());
  const navigate = useNavigate();
  const { share } = useSearch({ strict: false }) as { readonly share?: string };
  return (
    <Page title={t("title")} beside={view.data !== undefined && <p>{t("on", { date: sayDate(view.data.asOf) })}</p>}>
      <Answer of={view} lines={8}>
        {(data) => {
          const small = share === "yes" || data.smallHidden ? data.smallNumber : null;
          return (
            <>
              <div className="card">
                {data.smallHidden ? (
                  <p>{t("share.always", { below: data.smallNumber })}</p>
                ) : (
                  <Checkbox
                    label={t("share.label")}
                    hint={t("share.hint", { most: data.smallNumber - 1, below: data.smallNumber })}
                    checked={small !== null}
                    onChange={(checked) =>
                      void navigate({ to: ".", search: checked ? { share: "yes" } : {}, replace: true })
                    }
                  />
                )}
              </div>
              <DoseBands view={data} small={small} />
              <div className="two">
                <Together view={data} small={small} />
                <NewLongTerm view={data} small={small} />
              </div>
            </>
          );
        }}
      </Answer>
    </Page>
  );
};
