import type { Safety } from "@concord/exchange/api";
import { useTranslation } from "react-i18next";

const Fact = ({
  name,
  says,
  code = false,
}: {
  readonly name: string;
  readonly says: string;
  readonly code?: boolean;
}) => (
  <div>
    <dt>{name}</dt>
    <dd>{code ? <code>{says}</code> : says}</dd>
  </div>
);

/** Whether it is on, and the very version that an acceptance is for. */
export const DoseSupport = ({ support }: { readonly support: Safety["support"] }) => {
  const { t } = useTranslation("safety");
  const { state, changed, table } = support;
  return (
    <section className="card" aria-labelledby="support">
      <h2 id="support">{t("support.title")}</h2>
      <p className={state === "off" ? "note" : undefined}>{t(`support.${state}`)}</p>
      {changed.length > 0 && (
        <>
          <p>{t("support.changed")}</p>
          <ul>
            {changed.map((part) => (
              <li key={part}>{t(`support.part.${part}`)}</li>
            ))}
          </ul>
        </>
      )}
      <h3>{t("support.what")}</h3>
      <dl className="facts">
        <Fact name={t("support.version")} says={support.version} />
        <Fact name={t("support.table")} says={t("support.tableIs", { name: table.name, edition: table.edition })} />
        <Fact name={t("support.engine")} says={support.engine} code />
        <Fact name={t("support.thresholds")} says={support.thresholds} code />
      </dl>
    </section>
  );
};
