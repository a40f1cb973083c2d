import type { Account } from "@concord/exchange/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { newCode } from "../../api/accounts.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { ProblemCard } from "../../ui/states.tsx";
import { OneTimeCodeSlip } from "./one-time-code-slip.tsx";

/** A way back in for somebody who lost what they sign in with, or never took up the account. */
export const NewCode = ({ account, own }: { readonly account: Account; readonly own: boolean }) => {
  const { t } = useTranslation(["accounts", "ui"]);
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const make = useMutation({
    mutationFn: async () => newCode(account.id),
    onSettled: async () => {
      setAsking(false);
      await queryClient.invalidateQueries({ queryKey: ["accounts"] });
    },
  });
  if (make.data !== undefined) return <OneTimeCodeSlip name={account.name} login={account.login} code={make.data} />;
  return (
    <section className="card" aria-labelledby="code">
      <h2 id="code">{t("code.title")}</h2>
      <p>{t(account.takenUp ? "code.says" : "code.saysWaiting")}</p>
      {make.error !== null && <ProblemCard error={make.error} />}
      {own ? (
        <p className="quiet">{t("code.own")}</p>
      ) : (
        <Button look="second" onClick={() => (account.takenUp ? setAsking(true) : make.mutate())}>
          {t("code.make")}
        </Button>
      )}
      {asking && (
        <Dialog title={t("code.askTitle", { name: account.name })} onClose={() => setAsking(false)}>
          <p>{t("code.ask")}</p>
          <p className="actions">
            <Button disabled={make.isPending} onClick={() => make.mutate()}>
              {t("code.make")}
            </Button>
            <Button look="link" onClick={() => setAsking(false)}>
              {t("cancel", { ns: "ui" })}
            </Button>
          </p>
        </Dialog>
      )}
    </section>
  );
};
