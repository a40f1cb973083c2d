import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../api/api-problem.ts";
import { Button } from "./button.tsx";

const Loading = ({ lines = 3 }: { readonly lines?: number }) => {
  const { t } = useTranslation("ui");
  return (
    <div className="card loading" role="status">
      <span className="unseen">{t("loading")}</span>
      {Array.from({ length: lines }, (_, i) => (
        <span key={i} className="ghost" />
      ))}
    </div>
  );
};

export const PageLoading = () => <Loading lines={6} />;

/** Nothing to show, why, and what to do about it. */
export const Empty = ({ says, children }: { readonly says: string; readonly children?: ReactNode }) => (
  <div className="empty">
    <p>{says}</p>
    {children}
  </div>
);

const KNOWN = new Set([
  "not-answering",
  "answer-not-read",
  "no-register-yet",
  "store-not-answering",
  "dose-support-off",
  "not-allowed",
  "store-full",
  "busy",
]);

/** A request that failed, in words for whoever is in front of it. */
export const ProblemCard = ({ error, again }: { readonly error: unknown; readonly again?: () => void }) => {
  const { t } = useTranslation("ui");
  const problem = error instanceof ApiProblem ? error : null;
  const code = problem !== null && KNOWN.has(problem.code) ? problem.code : "other";
  return (
    <div className="problem-card" role="alert">
      <h2>{t("problem.title")}</h2>
      <p>{t(`problem.${code}`)}</p>
      {code === "other" && problem !== null && problem.message !== "" && (
        <p>{t("problem.detail", { detail: problem.message })}</p>
      )}
      {again !== undefined && (
        <Button look="second" onClick={again}>
          {t("problem.again")}
        </Button>
      )}
    </div>
  );
};

/** What was asked for, or its loading or failed state; old data stays on the page while new is fetched. */
export const Answer = <T,>({
  of,
  lines,
  children,
}: {
  readonly of: UseQueryResult<T>;
  readonly lines?: number;
  readonly children: (data: T) => ReactNode;
}) => {
  if (of.data !== undefined) return children(of.data);
  if (of.error !== null) return <ProblemCard error={of.error} again={() => void of.refetch()} />;
  return <Loading {...(lines === undefined ? {} : { lines })} />;
};
