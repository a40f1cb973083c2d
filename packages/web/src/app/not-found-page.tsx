import { Link, type NotFoundRouteProps } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Page } from "../ui/page.tsx";
import { NotForYouPage } from "./not-for-you-page.tsx";

/** What a route says whose page is there, but not for whoever is signed in. */
export const NOT_FOR_YOU = "not-for-you";

export const NotFoundPage = ({ data }: Partial<NotFoundRouteProps>) => {
  const { t } = useTranslation("app");
  if (data === NOT_FOR_YOU) return <NotForYouPage />;
  return (
    <Page title={t("notFound.title")}>
      <div className="card">
        <p>{t("notFound.says")}</p>
        <p>
          <Link to="/">{t("notFound.todo")}</Link>
        </p>
      </div>
    </Page>
  );
};
