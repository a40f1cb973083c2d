import type { Person } from "@concord/exchange/api";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../../api/api-problem.ts";
import { personQuery } from "../../api/people.ts";
import type { Search } from "../../app/address.ts";
import { ReferButton } from "../../refer/refer-button.tsx";
import { Button } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { Answer } from "../../ui/states.tsx";
import { useWords } from "../../words/use-words.ts";
import { DoseNow } from "./dose-now.tsx";
import { DoseOverTime } from "./dose-over-time.tsx";
import { Findings } from "./findings.tsx";
import { Issues } from "./issues.tsx";
import { useNeighbours } from "./neighbours.ts";
import { NotComputed } from "./not-computed.tsx";
import "./person.css";
import { Referrals } from "./referrals.tsx";

/** Back to the list that the person was opened from, and on to the next one of it. */
const Turn = ({ reference, search }: { readonly reference: string; readonly search: Search }) => {
  const { t } = useTranslation("person");
  const { previous, next } = useNeighbours(reference, search);
  return (
    <nav className="turn" aria-label={t("turn")}>
      <Link to="/register" search={search as never}>
        {t("register")}
      </Link>
      {previous !== null && (
        <Link
          to="/people/$reference"
          params={{ reference: previous.reference } as never}
          search={previous.search as never}
          rel="prev"
        >
          {t("previous")}
        </Link>
      )}
      {next !== null && (
        <Link
          to="/people/$reference"
          params={{ reference: next.reference } as never}
          search={next.search as never}
          rel="next"
        >
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
        <ReferButton person={person.person} referred={person.referrals.some(({ undoneAt }) => undoneAt === null)} />
        <Button look="small" onClick={() => print()}>
          {t("print")}
        </Button>
      </p>
    </>
  );
};

const Unknown = ({ reference }: { readonly reference: string }) => {
  const { t } = useTranslation("person");
  return (
    <Page title={t("unknown.title")}>
      <div className="card">
        <p>{t("unknown.says", { reference })}</p>
        <p>
          <Link to="/register">{t("unknown.todo")}</Link>
        </p>
      </div>
    </Page>
  );
};

/** One person on one screen: the dose first, how it came about, what is worth a look, what has no number. */
const Whole = ({ person }: { readonly person: Person }) => (
  <div className="person">
    <div className="person-wide">
      <DoseNow person={person} />
      <DoseOverTime person={person} />
    </div>
    <div className="person-narrow">
      <Findings person={person} />
      <NotComputed person={person} />
      <Referrals person={person} />
    </div>
    <Issues reference={person.person} />
  </div>
);

export const PersonPage = () => {
  const { reference } = useParams({ strict: false }) as { readonly reference: string };
  const search = useSearch({ strict: false }) as Search;
  const answer = useQuery(personQuery(reference));
  if (answer.data === undefined && answer.error instanceof ApiProblem && answer.error.code === "person-not-known")
    return <Unknown reference={reference} />;
  return (
    <>
      <Turn reference={reference} search={search} />
      <Page title={reference} beside={answer.data !== undefined && <About person={answer.data} />}>
        <Answer of={answer} lines={8}>
          {/* Everything that was opened on one person's page belongs to that person. */}
          {(person) => <Whole key={person.person} person={person} />}
        </Answer>
      </Page>
    </>
  );
};
