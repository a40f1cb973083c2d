import type { Account } from "@concord/exchange/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../../api/api-problem.ts";
import { closeAccount, openAccount } from "../../api/accounts.ts";
import { Button } from "../../ui/button.tsx";
import { notify } from "../../ui/notices.tsx";
import { ProblemCard } from "../../ui/states.tsx";
import { useWords } from "../../words/use-words.ts";

/** Closes an account, whose owner can then sign in no more, or opens it again. Nothing of it is deleted. */
export const CloseAccount = ({ account, own }: { readonly account: Account; readonly own: boolean }) => {
  const { t } = useTranslation("accounts");
  const { sayInstant } = useWords();
  const queryClient = useQueryClient();
  const { id, name, disabledAt } = account;
  const change = useMutation({
    mutationFn: async (close: boolean) => (close ? closeAccount(id) : openAccount(id)),
    onSuccess: (_, close) =>
      notify({ says: t(close ? "close.done" : "close.openDone", { name }), undo: () => change.mutate(!close) }),
    onSettled: async () => queryClient.invalidateQueries({ queryKey: ["accounts"] }),
  });
  const last = change.error instanceof ApiProblem && change.error.code === "last-administrator";
  return (
    <section className="card" aria-labelledby="close">
      <h2 id="close">{t(disabledAt === null ? "close.title" : "close.openTitle")}</h2>
      <p>{disabledAt === null ? t("close.says") : t("close.openSays", { date: sayInstant(disabledAt) })}</p>
      {last && (
        <p className="error" role="alert">
          {t("last")}
        </p>
      )}
      {change.error !== null && !last && <ProblemCard error={change.error} />}
      {own ? (
        <p className="quiet">{t("close.own")}</p>
      ) : (
        <Button
          look={disabledAt === null ? "warning" : "second"}
          disabled={change.isPending}
          onClick={() => change.mutate(disabledAt === null)}
        >
          {t(disabledAt === null ? "close.close" : "close.open")}
        </Button>
      )}
    </section>
  );
};
