import { useQuery } from "@tanstack/react-query";
import { Link, Outlet } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { practiceQuery } from "../api/practice.ts";
import { ConnectionBanner } from "../ui/connection-banner.tsx";
import { NoticeBoard } from "../ui/notices.tsx";
import { useWords } from "../words/use-words.ts";
import type { Feature } from "./feature.ts";

const Nav = ({ features, unread }: { readonly features: readonly Feature[]; readonly unread: number }) => {
  const { t } = useTranslation("app");
  return (
    <nav className="nav" aria-label={t("nav")}>
      <ul>
        {features.map(
          ({ name, nav }) =>
            nav !== undefined && (
              <li key={name}>
                <Link to={nav.to} activeOptions={{ includeSearch: false, exact: false }}>
                  <span>{t("nav", { ns: name })}</span>
                  {nav.badge === "unread-texts" && unread > 0 && (
                    <>
                      {" "}
                      <span className="badge" aria-hidden="true">
                        {unread}
                      </span>
                      <span className="unseen">{t("unreadTexts", { count: unread })}</span>
                    </>
                  )}
                </Link>
              </li>
            ),
        )}
      </ul>
    </nav>
  );
};

const Header = ({ features }: { readonly features: readonly Feature[] }) => {
  const { t } = useTranslation("app");
  const { sayDate } = useWords();
  const { data: practice } = useQuery(practiceQuery());
  return (
    <header className="bar">
      <div>
        <Link to="/register" className="name">
          {t("name")}
        </Link>
        <Nav features={features} unread={practice?.unreadTexts ?? 0} />
        <p className="records">
          {practice?.synthetic === true && <span className="tag">{t("synthetic")}</span>}
          {practice?.asOf != null && <span>{t("recordsTo", { date: sayDate(practice.asOf) })}</span>}
        </p>
      </div>
    </header>
  );
};

/** What every page has: the way to its content, the navigation, notices, and what the service is and is not. */
export const Shell = ({ features }: { readonly features: readonly Feature[] }) => {
  const { t } = useTranslation("app");
  const { data: practice } = useQuery(practiceQuery());
  return (
    <>
      <a className="skip" href="#content">
        {t("skip")}
      </a>
      <Header features={features} />
      <ConnectionBanner />
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <NoticeBoard />
      <footer>
        <p>{t("footer.support")}</p>
        <p>{t("footer.noSignIn")}</p>
        <p>
          {practice !== undefined && (
            <span>{t("footer.practice", { name: practice.name, table: practice.table.name })}</span>
          )}{" "}
          <a href="/api/docs">{t("footer.api")}</a>
        </p>
      </footer>
    </>
  );
};
