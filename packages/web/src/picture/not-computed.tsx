import type { Person } from "@concord/exchange/api";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMay } from "../session/use-session.ts";
import { namesNow } from "./apart-now.ts";
import { Opened } from "./opened.tsx";

type Unconverted = Person["unconverted"][number];

const keyOf = ({ product, code, detail }: Unconverted): string => [product, code, detail].join("\n");

/** What had no number at some earlier time and is no longer current, each once. */
const earlierThan = ({ timeline, unconverted }: Person): readonly Unconverted[] => {
  const now = new Set(unconverted.map(keyOf));
  const before = new Map(timeline.flatMap((row) => row.unconverted.map((one) => [keyOf(one), one] as const)));
  return [...before].filter(([key]) => !now.has(key)).map(([, one]) => one);
};

const Elsewhere = ({ names }: { readonly names: readonly string[] }) => {
  const { t } = useTranslation("person");
  return (
    <ul className="lines">
      {names.map((name) => (
        <li key={name}>
          <b>{name}</b>
          <br />
          {t("notComputed.elsewhere")}
        </li>
      ))}
    </ul>
  );
};

const List = ({ of }: { readonly of: readonly Unconverted[] }) => {
  const { t, i18n } = useTranslation("person");
  const may = useMay();
  return (
    <ul className="lines">
      {of.map((one) => (
        <li key={keyOf(one)}>
          <b>{one.product}</b>
          <br />
          {i18n.exists(`person:because.${one.code}`) && <>{t(`because.${one.code}`)} </>}
          {one.detail !== "" && <span className="quiet">{t("notComputed.detail", { detail: one.detail })}</span>}
          {one.code === "directions-refused" && may("unread-directions.read") && (
            <>
              {" "}
              <Link to="/data-quality" className="no-print">
                {t("notComputed.read")}
                <span className="unseen">{t("notComputed.readOf", { product: one.product })}</span>
              </Link>
            </>
          )}
        </li>
      ))}
    </ul>
  );
};

/** What has no number, and why; a text that nobody could read leads to the queue where a person reads it once. */
export const NotComputed = ({ person }: { readonly person: Person }) => {
  const { t } = useTranslation("person");
  const earlier = earlierThan(person);
  const elsewhere = namesNow(person.elsewhere, person);
  return (
    <section className="card" aria-labelledby="not-computed">
      <h2 id="not-computed">{t("notComputed.title")}</h2>
      {person.unconverted.length + elsewhere.length === 0 && <p className="quiet">{t("notComputed.none")}</p>}
      {person.unconverted.length > 0 && <List of={person.unconverted} />}
      {elsewhere.length > 0 && <Elsewhere names={elsewhere} />}
      {earlier.length > 0 && (
        <Opened summary={t("notComputed.earlier", { count: earlier.length })}>
          <List of={earlier} />
        </Opened>
      )}
    </section>
  );
};
