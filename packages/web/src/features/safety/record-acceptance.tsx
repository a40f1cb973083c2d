import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { Checkbox, TextField } from "../../ui/field.tsx";
import { ProblemCard } from "../../ui/states.tsx";
import { useDraft } from "../../ui/use-draft.ts";
import { useAcceptance } from "./use-acceptance.ts";

const EMPTY = { officer: "", registration: "" };

/** For the administrator: who accepted it, with which registration, and that they did. */
export const RecordAcceptance = () => {
  const { t } = useTranslation("safety");
  const { draft, change, forget } = useDraft("safety.acceptance", EMPTY);
  const [accepts, setAccepts] = useState(false);
  const [asked, setAsked] = useState(false);
  const { record } = useAcceptance();
  const [officer, registration] = [draft.officer.trim(), draft.registration.trim()];
  const missing = (text: string, says: string): string | undefined => (asked && text === "" ? says : undefined);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (officer !== "" && registration !== "" && accepts)
      record.mutate({ officer, registration, accepts }, { onSuccess: forget });
  };
  return (
    <section className="card" aria-labelledby="accept">
      <h2 id="accept">{t("accept.title")}</h2>
      <p>{t("accept.says")}</p>
      <form onSubmit={submit} noValidate>
        <TextField
          label={t("accept.officer")}
          error={missing(officer, t("accept.officerMissing"))}
          value={draft.officer}
          maxLength={200}
          onChange={(event) => change({ officer: event.target.value })}
        />
        <TextField
          label={t("accept.registration")}
          hint={t("accept.registrationHint")}
          error={missing(registration, t("accept.registrationMissing"))}
          value={draft.registration}
          maxLength={100}
          onChange={(event) => change({ registration: event.target.value })}
        />
        {asked && !accepts && <p className="error">{t("accept.acceptsMissing")}</p>}
        <Checkbox label={t("accept.accepts")} checked={accepts} onChange={setAccepts} />
        {record.error !== null && <ProblemCard error={record.error} />}
        <p className="actions">
          <Button submits disabled={record.isPending}>
            {t("accept.send")}
          </Button>
        </p>
      </form>
    </section>
  );
};
