import type { Person } from "@concord/exchange/api";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { sayAverageMg, sayMg, useWords } from "../../words/use-words.ts";
import { Opened } from "./opened.tsx";
import { Working } from "./working.tsx";

const Figure = ({
  says,
  before,
  unit,
  children,
}: {
  readonly says: string;
  readonly before?: string | false;
  readonly unit?: string | false;
  readonly children: ReactNode;
}) => (
  <div className="figure">
    <dt>{says}</dt>
    <dd>
      {before !== undefined && before !== false && <span>{before} </span>}
      <b>{children}</b>
      {unit !== undefined && unit !== false && <span> {unit}</span>}
    </dd>
  </div>
);

const Directed = ({ directed: { min, max }, atLeast, notReadable }: Person) => {
  const { t } = useTranslation("person");
  const { sayBand } = useWords();
  const numeric = max > 0;
  return (
    <Figure
      says={t(sayMg(min) === sayMg(max) ? "dose.directedOne" : "dose.directed")}
      before={numeric && atLeast && t("dose.atLeast")}
      unit={numeric && t("dose.unit")}
    >
      {sayBand({ min, max }, !numeric && atLeast, notReadable)}
    </Figure>
  );
};

/** The figure of the window has no number where something was issued within it and none of it could be reckoned. */
const suppliedUnknown = ({ supplied, unconverted, notReadable }: Person): boolean =>
  supplied === 0 && (notReadable || unconverted.length > 0);

const Supplied = ({ person }: { readonly person: Person }) => {
  const { t } = useTranslation("person");
  const unknown = suppliedUnknown(person);
  const some = !unknown && person.supplied > 0;
  return (
    <Figure says={t("dose.supplied")} unit={some && t("dose.unit")}>
      {unknown ? t("dose.unknown") : some ? sayAverageMg(person.supplied) : t("dose.none")}
    </Figure>
  );
};

/** The dose on the day of the register, in three figures; its working is one click away. */
export const DoseNow = ({ person }: { readonly person: Person }) => {
  const { t } = useTranslation("person");
  const { sayDate, sayDuration } = useWords();
  const { asOf, since, medicines, atLeast, notReadable, directed } = person;
  return (
    <section className="card dose-now" aria-labelledby="dose-now">
      <h2 id="dose-now">
        {t("dose.title", { date: sayDate(asOf) })}{" "}
        <small>{t("dose.under", { table: person.table.name, edition: person.table.edition })}</small>
      </h2>
      <dl className="figures">
        <Directed {...person} />
        <Supplied person={person} />
        {since !== null && medicines.length > 0 && (
          <Figure says={t("dose.since", { date: sayDate(since) })}>{sayDuration(since, asOf)}</Figure>
        )}
      </dl>
      {notReadable && <p className="note kind">{t("dose.whyNotReadable")}</p>}
      {atLeast && !notReadable && directed.max > 0 && <p className="note kind">{t("dose.whyAtLeast")}</p>}
      {medicines.length === 0 ? (
        <p className="quiet">{t("dose.nothingCurrent")}</p>
      ) : (
        <dl className="current">
          <dt>{t("dose.current")}</dt>
          {medicines.map((name) => (
            <dd key={name}>{name}</dd>
          ))}
        </dl>
      )}
      <Opened summary={t("working.show")}>
        <Working reference={person.person} on={null} />
      </Opened>
    </section>
  );
};
