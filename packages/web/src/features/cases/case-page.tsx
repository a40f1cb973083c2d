import type { CasePicture } from "@concord/exchange/api";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../../api/api-problem.ts";
import { caseQuery } from "../../api/cases.ts";
import { Picture } from "../../picture/picture.tsx";
import { Page } from "../../ui/page.tsx";
import { Answer } from "../../ui/states.tsx";
import { useWords } from "../../words/use-words.ts";
import { CaseIssues } from "./case-issues.tsx";
import { personOfCase } from "./person-of-case.ts";
import { sayWithheld } from "./say-withheld.ts";

const About = ({ of: { ageBand, sex } }: { readonly of: CasePicture }) => {
  const { t } = useTranslation("cases");
  const { sayWho } = useWords();
  const who = sayWho(null, sex);
  return (
    <>
      <p className="about">
        <span>{ageBand === "not-known" ? t("ageNotKnown") : t("ageBand", { band: ageBand.replace("-", "–") })}</span>
        {who !== "" && <span>{who}</span>}
      </p>
      <p className="quiet">{t("about")}</p>
    </>
  );
};

const Whole = ({ of }: { readonly of: CasePicture }) => {
  const { t } = useTranslation("cases");
  const said = useMemo(() => sayWithheld(of, t), [of, t]);
  // The picture draws anew where its person is another.
  const person = useMemo(() => personOfCase(said), [said]);
  return <Picture person={person} below={<CaseIssues issues={said.issues} />} />;
};

const Unknown = () => {
  const { t } = useTranslation("cases");
  return (
    <Page title={t("unknown.title")}>
      <div className="card">
        <p>{t("unknown.says")}</p>
        <p>
          <Link to="/cases">{t("unknown.todo")}</Link>
        </p>
      </div>
    </Page>
  );
};

export const CasePage = () => {
  const { t } = useTranslation("cases");
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const answer = useQuery(caseQuery(id));
  const notKnown = answer.error instanceof ApiProblem && answer.error.code === "case-not-known";
  if (answer.data === undefined && (notKnown || !/^\d{1,9}$/.test(id))) return <Unknown />;
  return (
    <>
      <nav className="turn" aria-label={t("nav")}>
        <Link to="/cases" activeOptions={{ exact: true }}>
          {t("back")}
        </Link>
      </nav>
      <Page title={t("case", { number: id })} beside={answer.data !== undefined && <About of={answer.data} />}>
        <Answer of={answer} lines={8}>
          {(found) => <Whole key={found.case} of={found} />}
        </Answer>
      </Page>
    </>
  );
};
