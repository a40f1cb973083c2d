import type { SignInWays } from "@concord/exchange/api";
import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { waysInQuery } from "../../api/sign-in.ts";
import { useSignedIn } from "../../session/use-signed-in.ts";
import { whereTo } from "../../session/where-to.ts";
import { DemonstrationHint } from "../../signing-in/demonstration-hint.tsx";
import { OtherWays } from "../../signing-in/other-ways.tsx";
import { PasswordForm } from "../../signing-in/password-form.tsx";
import { Page } from "../../ui/page.tsx";
import { Answer } from "../../ui/states.tsx";
import "../../signing-in/signing-in.css";

interface SignInSearch {
  readonly to?: string;
  readonly problem?: string;
  readonly out?: string;
}

const Before = ({ problem, out }: SignInSearch) => {
  const { t } = useTranslation("sign-in");
  if (problem !== undefined)
    return (
      <div className="problem-card" role="alert">
        <h2>{t("problem.title")}</h2>
        <p>{t(problem === "not-linked" ? "problem.notLinked" : "problem.other")}</p>
      </div>
    );
  if (out === undefined) return null;
  return (
    <p className="note" role="status">
      {t(out === "everywhere" ? "out.everywhere" : "out.here")}
    </p>
  );
};

const First = () => {
  const { t } = useTranslation("sign-in");
  return (
    <div className="card">
      <h2>{t("first.title")}</h2>
      <p>{t("first.says")}</p>
      <p>
        <Link to="/take-up" className="button">
          {t("first.todo")}
        </Link>
      </p>
    </div>
  );
};

const Ways = ({ ways, to }: { readonly ways: SignInWays; readonly to: string }) => {
  const { t } = useTranslation("sign-in");
  const signedIn = useSignedIn();
  const done = (): void => void signedIn(to);
  if (ways.first) return <First />;
  return (
    <>
      <div className="card">
        <PasswordForm login={null} onDone={done} />
        <OtherWays ways={ways} to={to} onDone={done} />
      </div>
      {ways.demonstration && <DemonstrationHint />}
      <p>
        <Link to="/take-up">{t("takeUp")}</Link>
      </p>
      <p className="quiet">{t("help")}</p>
    </>
  );
};

export const SignInPage = () => {
  const { t } = useTranslation("sign-in");
  const search = useSearch({ strict: false }) as SignInSearch;
  const ways = useQuery(waysInQuery());
  const to = whereTo(search.to);
  return (
    <div className="narrow">
      <Page title={t("title")}>
        <Before {...search} />
        <Answer of={ways} lines={6}>
          {(data) => <Ways ways={data} to={to} />}
        </Answer>
      </Page>
    </div>
  );
};
