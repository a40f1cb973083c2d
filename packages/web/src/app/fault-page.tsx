import { useQueryClient } from "@tanstack/react-query";
import { useRouter, type ErrorComponentProps } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../api/api-problem.ts";
import { Button } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";
import { ProblemCard } from "../ui/states.tsx";

/** The service did not say who is signed in: nothing can be shown before it does. */
const NotKnown = ({ error }: { readonly error: ApiProblem }) => {
  const { t } = useTranslation("app");
  const router = useRouter();
  const queryClient = useQueryClient();
  const again = (): void => {
    queryClient.removeQueries({ queryKey: ["session"] });
    void router.invalidate();
  };
  return (
    <Page title={t("name")}>
      <ProblemCard error={error} again={again} />
    </Page>
  );
};

/** When a page itself fails, or a new version took the place of the one that was open. */
export const FaultPage = ({ error }: ErrorComponentProps) => {
  const { t } = useTranslation("app");
  if (error instanceof ApiProblem) return <NotKnown error={error} />;
  return (
    <Page title={t("fault.title")}>
      <div className="card">
        <p>{t("fault.says")}</p>
        <Button onClick={() => location.reload()}>{t("fault.todo")}</Button>
      </div>
    </Page>
  );
};
