import type { Person } from "@concord/exchange/api";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../../api/api-problem.ts";
import { isPersonKey, personQuery } from "../../api/people.ts";
import type { Search } from "../../app/address.ts";
import { placeOf, useUnseen } from "../../app/unseen.ts";
import { Picture } from "../../picture/picture.tsx";
import { ReferButton } from "../../refer/refer-button.tsx";
import { May } from "../../session/may.tsx";
import { Button } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { Answer } from "../../ui/states.tsx";
import { useWords } from "../../words/use-words.ts";
import { AskAccess } from "./ask-access.tsx";
import { Issues } from "./issues.tsx";
import { useNeighbours } from "./neighbours.ts";
import { Referrals } from "./referrals.tsx";
import { Shares } from "./shares.tsx";

/** Back to the list that the person was opened from, and on to the next one of it. */
const Turn = ({ of, search }: { readonly of: string; readonly search: Search }) => {
  const { t } = useTranslation("person");
  const { previous, next } = useNeighbours(of, search);
  return (
    <nav className="turn" aria-label={t("turn")}>
      <May do="register.read">
        <Link to="/register" {...(placeOf(search) as object)}>
          {t("register")}
        </Link>
      </May>
      {previous !== null && (
        <Link
          to="/people/$key"
          params={{ key: previous.key } as never}
          {...(placeOf(previous.search) as object)}
          rel="prev"
        >
          {t("previous")}
        </Link>
      )}
      {next !== null && (
        <Link to="/people/$key" params={{ key: next.key } as never} {...(placeOf(next.search) as object)} rel="next">
          {t("next")}
        </Link>
      )}
    </nav>
  );
};

const About = ({ person }: { readonly person: Person }) => {
  const { t } = useTranslation("person");
  const { sayDate, sayWho } = useWords();
  const { lastIssue, prescriber, registered } = person;
  const last = lastIssue === null ? "" : sayDate(lastIssue);
  const facts = [
    sayWho(person.age, person.sex),
    registered !== null && t("fact.registered", { date: sayDate(registered) }),
    lastIssue !== null &&
      (prescriber === null ? t("fact.lastIssue", { date: last }) : t("fact.lastIssueBy", { date: last, prescriber })),
  ].filter((fact) => fact !== false && fact !== "");
  return (
    <>
      <p className="about">
        {facts.map((fact) => (
          <span key={String(fact)}>{fact}</span>
        ))}
      </p>
      <p className="actions no-print">
        <ReferButton of={person} referred={person.referrals.some(({ undoneAt }) => undoneAt === null)} />
        <Button look="small" onClick={() => print()}>
          {t("print")}
        </Button>
        <May do="person-log.read">
          <Link to="/people/$key/access-log" params={{ key: person.key } as never}>
            {t("accessLog")}
          </Link>
        </May>
      </p>
    </>
  );
};

const Unknown = () => {
  const { t } = useTranslation("person");
  return (
    <Page title={t("unknown.title")}>
      <div className="card">
        <p>{t("unknown.says")}</p>
        <p>
          <Link to="/register">{t("unknown.todo")}</Link>
        </p>
      </div>
    </Page>
  );
};

const Beside = ({ person }: { readonly person: Person }) => (
  <>
    <Referrals person={person} />
    <Shares person={person} />
  </>
);

export const PersonPage = () => {
  const { t } = useTranslation("person");
  const { key } = useParams({ strict: false }) as { readonly key: string };
  const search: Search = { ...(useSearch({ strict: false }) as Search), ...useUnseen() };
  const answer = useQuery(personQuery(key));
  const notKnown = answer.error instanceof ApiProblem && answer.error.code === "person-not-known";
  if (answer.data === undefined && (notKnown || !isPersonKey(key))) return <Unknown />;
  const beyond = answer.error instanceof ApiProblem && answer.error.code === "reason-needed";
  if (beyond && answer.data === undefined) return <AskAccess of={key} />;
  return (
    <>
      <Turn of={key} search={search} />
      <Page
        title={answer.data?.person ?? t("tab")}
        tab={t("tab")}
        beside={answer.data !== undefined && <About person={answer.data} />}
      >
        <Answer of={answer} lines={8}>
          {/* Everything that was opened on one person's page belongs to that person. */}
          {(person) => (
            <Picture
              key={person.key}
              person={person}
              beside={<Beside person={person} />}
              below={<Issues of={person.key} />}
            />
          )}
        </Answer>
      </Page>
    </>
  );
};
