import type { AccountMade } from "@concord/exchange/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { makeAccount } from "../../api/accounts.ts";
import { Button } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { AccountForm } from "./account-form.tsx";
import "./accounts.css";
import { OneTimeCodeSlip } from "./one-time-code-slip.tsx";

/** Makes an account, and shows its one-time code this once. */
export const NewAccountPage = () => {
  const { t } = useTranslation("accounts");
  const queryClient = useQueryClient();
  const [made, setMade] = useState<AccountMade | null>(null);
  const make = useMutation({ mutationFn: makeAccount });
  return (
    <div className="middling">
      <Page title={t(made === null ? "make.title" : "make.madeTitle", { name: made?.account.name ?? "" })}>
        <p className="no-print">
          <Link to="/accounts">{t("back")}</Link>
        </p>
        {made === null ? (
          <div className="card">
            <AccountForm
              sending={make.isPending}
              problem={make.error}
              onType={() => make.error !== null && make.reset()}
              onSend={({ name, login, roles, person }, forget) =>
                make.mutate(
                  {
                    name: name.trim(),
                    login: login.trim().toLowerCase(),
                    roles,
                    ...(roles.includes("patient") ? { person: person.trim() } : {}),
                  },
                  {
                    onSuccess: (answer) => {
                      forget();
                      setMade(answer);
                      void queryClient.invalidateQueries({ queryKey: ["accounts"] });
                    },
                  },
                )
              }
            />
          </div>
        ) : (
          <>
            <OneTimeCodeSlip name={made.account.name} login={made.account.login} code={made} />
            <p className="no-print">
              <Button
                look="second"
                onClick={() => {
                  make.reset();
                  setMade(null);
                }}
              >
                {t("make.another")}
              </Button>
            </p>
          </>
        )}
      </Page>
    </div>
  );
};
