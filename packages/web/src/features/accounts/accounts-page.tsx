import type { Account } from "@concord/exchange/api";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { accountsQuery } from "../../api/accounts.ts";
import { May } from "../../session/may.tsx";
import { Page } from "../../ui/page.tsx";
import { Answer } from "../../ui/states.tsx";
import { StackedTable } from "../../ui/table.tsx";
import { useSayRoles } from "../../words/use-say-roles.ts";
import { useWords } from "../../words/use-words.ts";
import { AccountState } from "./account-state.tsx";
import "./accounts.css";

const HEADINGS = ["name", "roles", "state", "seen"] as const;

const AccountRow = ({ account }: { readonly account: Account }) => {
  const { t } = useTranslation("accounts");
  const { sayInstant } = useWords();
  const sayRoles = useSayRoles();
  return (
    <tr role="row" className={account.disabledAt === null ? undefined : "closed"}>
      <th role="rowheader" scope="row">
        <Link to="/accounts/$id" params={{ id: account.id } as never}>
          {account.name}
        </Link>
        <span className="under">{account.login}</span>
      </th>
      <td role="cell" data-label={t("list.roles")}>
        <span className="pair">
          <span>{sayRoles(account.roles)}</span>
          {account.person !== null && <span className="under">{t("list.person", { person: account.person })}</span>}
        </span>
      </td>
      <td role="cell" data-label={t("list.state")}>
        <AccountState account={account} />
      </td>
      <td role="cell" className="date" data-label={t("list.seen")}>
        {account.lastSeenAt === null ? (
          <span className="quiet">{t("list.never")}</span>
        ) : (
          <span>{sayInstant(account.lastSeenAt)}</span>
        )}
      </td>
    </tr>
  );
};

const List = ({ accounts }: { readonly accounts: readonly Account[] }) => {
  const { t } = useTranslation("accounts");
  return (
    <StackedTable className="accounts" label={t("title")} columns={HEADINGS} says={(one) => t(`list.${one}`)}>
      {accounts.map((one) => (
        <AccountRow key={one.id} account={one} />
      ))}
    </StackedTable>
  );
};

export const AccountsPage = () => {
  const { t } = useTranslation("accounts");
  const list = useQuery(accountsQuery());
  return (
    <Page
      title={t("title")}
      beside={
        <>
          <p>{t("says")}</p>
          <May do="account.change">
            <p className="actions">
              <Link to="/accounts/new" className="button">
                {t("make.go")}
              </Link>
            </p>
          </May>
        </>
      }
    >
      <div className="card">
        <Answer of={list} lines={8}>
          {({ accounts }) => <List accounts={accounts} />}
        </Answer>
      </div>
    </Page>
  );
};
