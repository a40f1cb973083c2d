import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Page } from "../ui/page.tsx";

/** In place of a page that the roles of whoever is signed in do not open. */
export const NotForYouPage = () => {
  const { t } = useTranslation("app");
  return (
    <Page title={t("notForYou.title")}>
      <div className="card">
        <p>{t("notForYou.says")}</p>
        <p>
          <Link to="/">{t("notForYou.todo")}</Link>
        </p>
      </div>
    </Page>
  );
};
