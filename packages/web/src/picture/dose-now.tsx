import type { Person } from "@concord/exchange/api";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isPersonKey } from "../api/people.ts";
import { sayAverageMg, sayMg, useWords } from "../words/use-words.ts";
import { namesNow } from "./apart-now.ts";
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

const Directed = ({ person }: { readonly person: Person }) => {
  const { directed, atLeast, notReadable } = person;
  const { min, max } = directed;
  const { t } = useTranslation("person");
  const { sayBand } = useWords();
  const says = t(sayMg(min) === sayMg(max) ? "dose.directedOne" : "dose.directed");
  if (max === 0) {
    const none = notReadable ? "dose.notReadable" : atLeast ? "dose.unknown" : "dose.none";
    return <Figure says={says}>{t(none)}</Figure>;
  }
  return (
    <Figure says={says} before={atLeast && t("dose.atLeast")} unit={t("dose.unit")}>
      {sayBand({ min, max }, false)}
    </Figure>
  );
};

/** What is taken on the day of the register and never added to its dose. */
const Apart = ({ person }: { readonly person: Person }) => {
  const { t } = useTranslation("person");
  const says = [
    ...namesNow(person.maintenance, person).map((product) => t("dose.apartMaintenance", { product })),
    ...namesNow(person.elsewhere, person).map((product) => t("dose.apartElsewhere", { product })),
  ];
  if (says.length === 0) return null;
  return (
    <dl className="current">
      <dt>{t("dose.apart")}</dt>
      {says.map((one) => (
        <dd key={one}>{one}</dd>
      ))}
    </dl>
  );
};

/** Why there is no number, or why it is "at least". */
const WhyNot = ({ person: { atLeast, directed, notReadable } }: { readonly person: Person }) => {
  const { t } = useTranslation("person");
  if (!atLeast && !notReadable) return null;
  const why = directed.max > 0 ? "dose.whyAtLeast" : notReadable ? "dose.whyNotReadable" : "dose.whyElsewhere";
  return <p className="note kind">{t(why)}</p>;
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
  const { asOf, since, medicines } = person;
  return (
    <section className="card dose-now" aria-labelledby="dose-now">
      <h2 id="dose-now">
        {t("dose.title", { date: sayDate(asOf) })}{" "}
        <small>{t("dose.under", { table: person.table.name, edition: person.table.edition })}</small>
      </h2>
      <dl className="figures">
        <Directed person={person} />
        <Supplied person={person} />
        {since !== null && medicines.length > 0 && (
          <Figure says={t("dose.since", { date: sayDate(since) })}>{sayDuration(since, asOf)}</Figure>
        )}
      </dl>
      <WhyNot person={person} />
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
      <Apart person={person} />
      {isPersonKey(person.key) && (
        <Opened summary={t("working.show")}>
          <Working of={person.key} on={null} />
        </Opened>
      )}
    </section>
  );
};
