import type { UnreadList } from "@concord/exchange/api";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { Trans, useTranslation } from "react-i18next";
import { practiceQuery } from "../../api/practice.ts";
import { unreadQuery } from "../../api/unread-directions.ts";
import { draftKey } from "../../session/drafts.ts";
import { May } from "../../session/may.tsx";
import { Button } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { Answer, Empty } from "../../ui/states.tsx";
import { useWords } from "../../words/use-words.ts";
import "./data-quality.css";
import { Readings } from "./readings.tsx";
import { UnreadText } from "./unread-text.tsx";

const SHOWN = 25;

const RowsRead = () => {
  const { t } = useTranslation("data-quality");
  const { data } = useQuery(practiceQuery());
  if (data === undefined) return null;
  const { rows } = data;
  return (
    <section className="card" aria-labelledby="rows-read">
      <h2 id="rows-read">{t("rows.title")}</h2>
      <p className="sum">
        <Trans t={t} i18nKey="rows.sum" values={rows} components={{ b: <b /> }} />
      </p>
      <May do="import.read">
        <p>
          <Link to="/imports">{t("rows.see")}</Link>
        </p>
      </May>
    </section>
  );
};

const ByReason = ({ list, reason }: { readonly list: UnreadList; readonly reason: string | undefined }) => {
  const { t, i18n } = useTranslation("data-quality");
  const { sayCount } = useWords();
  const navigate = useNavigate();
  const choose = (code: string | undefined): void =>
    void navigate({ to: ".", search: (code === undefined ? {} : { reason: code }) as never, resetScroll: false });
  const name = (code: string): string =>
    i18n.exists(`data-quality:reason.${code}`) ? t(`reason.${code}`) : code.replaceAll("-", " ");
  const button = (code: string | undefined, says: string, texts: number) => (
    <button type="button" key={says} className="filter" aria-pressed={reason === code} onClick={() => choose(code)}>
      <span>{says}</span> <span className="of">{sayCount(texts)}</span>
    </button>
  );
  return (
    <fieldset>
      <legend>{t("reasons.title")}</legend>
      <div className="filters">
        {button(undefined, t("reasons.all"), list.texts.length)}
        {list.byReason.map((one) => button(one.reason, name(one.reason), one.texts))}
      </div>
    </fieldset>
  );
};

const Queue = ({ list }: { readonly list: UnreadList }) => {
  const { t } = useTranslation("data-quality");
  const { reason } = useSearch({ strict: false }) as { readonly reason?: string };
  const [open, setOpen] = useState<string | null>(() => sessionStorage.getItem(draftKey("open-text")));
  const [shown, setShown] = useState(SHOWN);
  const texts = list.texts.filter((one) => reason === undefined || one.reason === reason);
  const show = (key: string | null): void => {
    setOpen(key);
    if (key === null) sessionStorage.removeItem(draftKey("open-text"));
    else sessionStorage.setItem(draftKey("open-text"), key);
  };
  if (list.texts.length === 0) return <Empty says={t("queue.none")} />;
  return (
    <>
      <ByReason list={list} reason={reason} />
      <p role="status" className="quiet">
        {t("queue.count", { count: texts.length })}
      </p>
      {texts.length === 0 && <Empty says={t("queue.noneOfReason")} />}
      <ul className="queue">
        {texts.slice(0, shown).map((text) => (
          <UnreadText
            key={text.key}
            text={text}
            open={open === text.key}
            onOpen={(now) => show(now ? text.key : null)}
          />
        ))}
      </ul>
      {texts.length > shown && (
        <Button look="second" onClick={() => setShown(shown + SHOWN)}>
          {t("queue.more", { count: Math.min(SHOWN, texts.length - shown) })}
        </Button>
      )}
    </>
  );
};

export const DataQualityPage = () => {
  const { t } = useTranslation("data-quality");
  const list = useQuery(unreadQuery());
  return (
    <Page title={t("title")}>
      <p className="quiet lead">{t("says")}</p>
      <section aria-labelledby="queue" className="queue-part">
        <h2 id="queue">{t("queue.title")}</h2>
        <Answer of={list} lines={8}>
          {(data) => <Queue list={data} />}
        </Answer>
      </section>
      <Readings />
      <RowsRead />
    </Page>
  );
};
