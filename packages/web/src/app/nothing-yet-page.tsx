import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSayRoles } from "../words/use-say-roles.ts";
import { useSession } from "../session/use-session.ts";
import { Page } from "../ui/page.tsx";

/** Signed in with a role for which there is no page yet. */
export const NothingYetPage = () => {
  const { t } = useTranslation("app");
  const sayRoles = useSayRoles();
  const session = useSession();
  if (session === null) return null;
  return (
    <Page title={t("nothingYet.title", { name: session.account.name })}>
      <div className="card">
        <p>{t("nothingYet.says", { roles: sayRoles(session.account.roles) })}</p>
        <p>{t("nothingYet.ask")}</p>
        <p>
          <Link to="/account">{t("nothingYet.account")}</Link>
        </p>
      </div>
    </Page>
  );
};
