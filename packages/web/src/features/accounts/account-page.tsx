import type { Account } from "@concord/exchange/api";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { accountsQuery } from "../../api/accounts.ts";
import { May } from "../../session/may.tsx";
import { useSession } from "../../session/use-session.ts";
import { Page } from "../../ui/page.tsx";
import { Answer, Empty } from "../../ui/states.tsx";
import { useSayRoles } from "../../words/use-say-roles.ts";
import { useWords } from "../../words/use-words.ts";
import { AccountState } from "./account-state.tsx";
import "./accounts.css";
import { ChangeAccount } from "./change-account.tsx";
import { CloseAccount } from "./close-account.tsx";
import { NewCode } from "./new-code.tsx";

const Facts = ({ account }: { readonly account: Account }) => {
  const { t } = useTranslation("accounts");
  const { sayInstant } = useWords();
  const sayRoles = useSayRoles();
  return (
    <section className="card" aria-labelledby="facts">
      <h2 id="facts" className="unseen">
        {t("one.facts")}
      </h2>
      <p>{t("one.is", { login: account.login, roles: sayRoles(account.roles) })}</p>
      {account.person !== null && <p>{t("list.person", { person: account.person })}</p>}
      <p>
        <AccountState account={account} />
      </p>
      <p className="quiet">
        {account.lastSeenAt === null
          ? t("one.madeOn", { made: sayInstant(account.createdAt) })
          : t("one.seenOn", { made: sayInstant(account.createdAt), seen: sayInstant(account.lastSeenAt) })}
      </p>
    </section>
  );
};

const One = ({ account }: { readonly account: Account }) => {
  const { t } = useTranslation("accounts");
  const own = useSession()?.account.id === account.id;
  return (
    <>
      <Facts account={account} />
      {account.demonstration ? (
        <p className="note">{t("one.demonstration")}</p>
      ) : (
        <May do="account.change">
          {account.disabledAt === null && (
            <>
              <ChangeAccount key={`${account.name}${account.roles.join()}`} account={account} own={own} />
              <NewCode account={account} own={own} />
            </>
          )}
          <CloseAccount account={account} own={own} />
        </May>
      )}
    </>
  );
};

/** One account: what it may see, a way back in for its owner, and its end. */
export const AccountPage = () => {
  const { t } = useTranslation("accounts");
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const list = useQuery(accountsQuery());
  const found = list.data?.accounts.find((one) => one.id === id);
  return (
    <div className="middling">
      <Page title={found?.name ?? t("title")}>
        <p>
          <Link to="/accounts">{t("back")}</Link>
        </p>
        <Answer of={list} lines={6}>
          {() => (found === undefined ? <Empty says={t("one.missing")} /> : <One account={found} />)}
        </Answer>
      </Page>
    </div>
  );
};
