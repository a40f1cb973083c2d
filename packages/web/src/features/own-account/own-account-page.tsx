import type { OwnAccountPage as Own } from "@concord/exchange/api";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ownAccountQuery } from "../../api/own-account.ts";
import "../../signing-in/signing-in.css";
import { Page } from "../../ui/page.tsx";
import { Answer, Empty } from "../../ui/states.tsx";
import { useSayRoles } from "../../words/use-say-roles.ts";
import { useWords } from "../../words/use-words.ts";
import { Passkeys } from "./passkeys.tsx";
import { PasswordPart } from "./password-part.tsx";
import { Sessions } from "./sessions.tsx";

const Identities = ({ identities }: Pick<Own, "identities">) => {
  const { t } = useTranslation("own-account");
  const { sayInstant } = useWords();
  if (identities.length === 0) return null;
  return (
    <section className="card" aria-labelledby="identities">
      <h2 id="identities">{t("identities.title")}</h2>
      <ul className="lines">
        {identities.map(({ provider, linkedAt }) => (
          <li key={provider}>{t("identities.one", { provider, date: sayInstant(linkedAt) })}</li>
        ))}
      </ul>
    </section>
  );
};

/** Accounts of the synthetic practice are there for everyone who tries it: nothing of them can be changed. */
const Demonstration = () => {
  const { t } = useTranslation("own-account");
  return (
    <section className="card" aria-labelledby="demonstration">
      <h2 id="demonstration">{t("demonstration.title")}</h2>
      <Empty says={t("demonstration.says")} />
    </section>
  );
};

const Whole = ({ own }: { readonly own: Own }) => {
  const { t } = useTranslation("own-account");
  const sayRoles = useSayRoles();
  const { account } = own;
  return (
    <>
      <p className="lead">{t("who", { name: account.name, login: account.login, roles: sayRoles(account.roles) })}</p>
      {account.demonstration ? (
        <Demonstration />
      ) : (
        <>
          <PasswordPart own={own} />
          <Passkeys passkeys={own.passkeys} last={!own.hasPassword && own.identities.length === 0} />
          <Identities identities={own.identities} />
        </>
      )}
      <Sessions sessions={own.sessions} />
    </>
  );
};

export const OwnAccountPage = () => {
  const { t } = useTranslation("own-account");
  const own = useQuery(ownAccountQuery());
  return (
    <div className="middling">
      <Page title={t("title")}>
        <Answer of={own} lines={8}>
          {(data) => <Whole own={data} />}
        </Answer>
      </Page>
    </div>
  );
};
