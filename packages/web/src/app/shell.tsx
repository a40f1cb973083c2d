import type { Session } from "@concord/exchange/api";
import { useQuery } from "@tanstack/react-query";
import { Link, Outlet } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { practiceQuery } from "../api/practice.ts";
import { AccountMenu } from "../session/account-menu.tsx";
import { SessionGuard } from "../session/session-guard.tsx";
import { useSession } from "../session/use-session.ts";
import { ConnectionBanner } from "../ui/connection-banner.tsx";
import { NoticeBoard } from "../ui/notices.tsx";
import { useWords } from "../words/use-words.ts";
import type { Badge, Feature } from "./feature.ts";
import { navigationOf } from "./open-to.ts";

type Waiting = Readonly<Record<Badge, number>>;
const SAYS: Readonly<Record<Badge, string>> = {
  "unread-texts": "unreadTexts",
  "unreviewed-access": "unreviewedAccess",
};

const Waits = ({ badge, waiting }: { readonly badge: Badge; readonly waiting: Waiting }) => {
  const { t } = useTranslation("app");
  const count = waiting[badge];
  if (count === 0) return null;
  return (
    <>
      {" "}
      <span className="badge" aria-hidden="true">
        {count}
      </span>
      <span className="unseen">{t(SAYS[badge], { count })}</span>
    </>
  );
};

const Nav = ({ features, waiting }: { readonly features: readonly Feature[]; readonly waiting: Waiting }) => {
  const { t } = useTranslation("app");
  if (features.length === 0) return null;
  return (
    <nav className="nav" aria-label={t("nav")}>
      <ul>
        {features.map(({ name, nav }) => (
          <li key={name}>
            <Link to={nav!.to} activeOptions={{ includeSearch: false, exact: false }}>
              <span>{t("nav", { ns: name })}</span>
              {nav!.badge !== undefined && <Waits badge={nav!.badge} waiting={waiting} />}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};

interface ShellProps {
  readonly features: readonly Feature[];
}

const Header = ({ features, session }: ShellProps & { readonly session: Session | null }) => {
  const { t } = useTranslation("app");
  const { sayDate } = useWords();
  const { data: practice } = useQuery({ ...practiceQuery(), enabled: session !== null });
  return (
    <header className="bar">
      <div>
        <Link to="/" className="name">
          {t("name")}
        </Link>
        {session !== null && (
          <>
            <Nav
              features={navigationOf(features, session)}
              waiting={{
                "unread-texts": practice?.unreadTexts ?? 0,
                "unreviewed-access": practice?.unreviewedAccess ?? 0,
              }}
            />
            <div className="aside">
              <p className="records">
                {practice?.synthetic === true && <span className="tag">{t("synthetic")}</span>}
                {practice?.asOf != null && <span>{t("recordsTo", { date: sayDate(practice.asOf) })}</span>}
              </p>
              <AccountMenu session={session} />
            </div>
          </>
        )}
      </div>
    </header>
  );
};

const Footer = ({ session }: { readonly session: Session | null }) => {
  const { t } = useTranslation("app");
  const { data: practice } = useQuery({ ...practiceQuery(), enabled: session !== null });
  return (
    <footer>
      <p>{t("footer.support")}</p>
      {session !== null && (
        <p>
          {practice !== undefined && (
            <span>{t("footer.practice", { name: practice.name, table: practice.table.name })}</span>
          )}{" "}
          <a href="/api/docs">{t("footer.api")}</a>
        </p>
      )}
    </footer>
  );
};

/** What every page has: the way to its content, the navigation, who is signed in, notices, and what the service is. */
export const Shell = ({ features }: ShellProps) => {
  const { t } = useTranslation("app");
  const session = useSession();
  return (
    <>
      <a className="skip" href="#content">
        {t("skip")}
      </a>
      <Header features={features} session={session} />
      <ConnectionBanner />
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <NoticeBoard />
      <Footer session={session} />
      {session !== null && <SessionGuard session={session} />}
    </>
  );
};
