import type { Session } from "@concord/exchange/api";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../api/api-problem.ts";
import { waysInQuery } from "../api/sign-in.ts";
import { DemonstrationHint } from "../signing-in/demonstration-hint.tsx";
import { OtherWays } from "../signing-in/other-ways.tsx";
import { PasswordForm } from "../signing-in/password-form.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { ProblemCard } from "../ui/states.tsx";
import "../signing-in/signing-in.css";
import { giveUp, type Why } from "./gate.ts";
import { useGoOn } from "./go-on.ts";
import { markActive } from "./last-active.ts";
import { tellTabs } from "./tabs.ts";

interface SignInAgainProps {
  readonly why: Why;
  readonly account: Session["account"];
}

const Form = ({ account, other }: Omit<SignInAgainProps, "why"> & { readonly other: boolean }) => {
  const goOn = useGoOn(account.id);
  const { data: ways, error } = useQuery(waysInQuery());
  const after = useMutation({
    mutationFn: async () => {
      markActive();
      tellTabs({ is: "signed-in", account: other ? null : account.id });
      await goOn();
    },
  });
  const done = (): void => after.mutate();
  return (
    <>
      {after.error !== null && <ProblemCard error={after.error} again={done} />}
      <PasswordForm key={String(other)} login={other ? null : account.login} onDone={done} />
      {error !== null && <ProblemCard error={error} />}
      {ways !== undefined && <OtherWays ways={ways} to="/sign-in/done" apart onDone={done} />}
      {ways?.demonstration === true && <DemonstrationHint inDialog />}
    </>
  );
};

/**
 * Asks to sign in again over the page, which stays as it is: the same account goes on where it was, another begins from
 * the start. What was on the page is covered meanwhile.
 */
export const SignInAgain = ({ why, account }: SignInAgainProps) => {
  const { t } = useTranslation(["session", "ui"]);
  const [other, setOther] = useState(false);
  const cancel = (): void => {
    if (why === "fresh") giveUp(new ApiProblem("sign-in-again", 403, "", t("again.givenUp")));
  };
  return (
    <Dialog title={t(`again.title.${why}`)} onClose={cancel} stays={why !== "fresh"}>
      <p>{t(`again.says.${why}`)}</p>
      <p>{other ? t("again.other.says", { name: account.name }) : t("again.as", { name: account.name })}</p>
      <Form account={account} other={other} />
      <p className="actions under-form">
        {why === "fresh" ? (
          <Button look="link" onClick={cancel}>
            {t("cancel", { ns: "ui" })}
          </Button>
        ) : (
          <Button look="link" onClick={() => setOther(!other)}>
            {other ? t("again.same", { name: account.name }) : t("again.other.button")}
          </Button>
        )}
      </p>
    </Dialog>
  );
};
