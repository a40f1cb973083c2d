import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Page } from "../ui/page.tsx";

export const NotFoundPage = () => {
  const { t } = useTranslation("app");
  return (
    <Page title={t("notFound.title")}>
      <div className="card">
        <p>{t("notFound.says")}</p>
        <p>
          <Link to="/register">{t("notFound.todo")}</Link>
        </p>
      </div>
    </Page>
  );
};
