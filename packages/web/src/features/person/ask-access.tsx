import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { askAccess } from "../../api/access.ts";
import { Button } from "../../ui/button.tsx";
import { LongField, Radios } from "../../ui/field.tsx";
import { Page } from "../../ui/page.tsx";
import { ProblemCard } from "../../ui/states.tsx";

const REASONS = ["rang", "came", "covering", "asked", "own"] as const;

/** Somebody who is not on the list of whoever asks: why they have to be seen, in a choice or in words. */
export const AskAccess = ({ of }: { readonly of: string }) => {
  const { t } = useTranslation("person");
  const queryClient = useQueryClient();
  const [choice, setChoice] = useState("");
  const [own, setOwn] = useState("");
  const [asked, setAsked] = useState(false);
  const chosen = choice === "" ? "" : t(`access.reasons.${choice}`);
  const reason = choice === "own" ? own.trim() : chosen;
  const ask = useMutation({
    mutationFn: async () => askAccess(of, reason),
    onSuccess: () => queryClient.resetQueries({ queryKey: ["person", of] }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (reason !== "") ask.mutate();
  };
  return (
    <Page title={t("access.title")} tab={t("tab")}>
      <div className="card">
        <p>{t("access.says")}</p>
        <form noValidate onSubmit={submit}>
          {asked && choice === "" && (
            <p className="error" role="alert">
              {t("access.missing")}
            </p>
          )}
          <Radios
            legend={t("access.legend")}
            name="access"
            value={choice}
            choices={REASONS.map((one) => ({ value: one, says: t(`access.reasons.${one}`) }))}
            onChange={setChoice}
          />
          {choice === "own" && (
            <LongField
              label={t("access.own")}
              error={asked && reason === "" ? t("access.ownMissing") : undefined}
              value={own}
              maxLength={500}
              onChange={(event) => setOwn(event.target.value)}
            />
          )}
          {ask.error !== null && <ProblemCard error={ask.error} />}
          <p className="actions">
            <Button submits disabled={ask.isPending}>
              {t("access.open")}
            </Button>
            <Link to="/register">{t("access.back")}</Link>
          </p>
        </form>
      </div>
    </Page>
  );
};
