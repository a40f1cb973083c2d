import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../../api/api-problem.ts";
import { findPerson, type PersonFound } from "../../api/rights.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { ProblemCard } from "../../ui/states.tsx";

/** By the reference that the practice's records have; what is typed stands in no address. */
export const FindPerson = ({ onFound }: { readonly onFound: (found: PersonFound | null) => void }) => {
  const { t } = useTranslation("rights");
  const [reference, setReference] = useState("");
  const [asked, setAsked] = useState(false);
  const find = useMutation({ mutationFn: findPerson, onSuccess: onFound });
  const unknown = find.error instanceof ApiProblem && find.error.code === "person-not-known";
  const error = unknown ? t("find.unknown") : asked && reference.trim() === "" ? t("find.missing") : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    onFound(null);
    if (reference.trim() !== "") find.mutate(reference.trim());
  };
  return (
    <form className="card" onSubmit={submit} noValidate>
      <TextField
        label={t("find.label")}
        hint={t("find.hint")}
        error={error}
        value={reference}
        maxLength={200}
        spellCheck={false}
        onChange={(event) => {
          find.reset();
          setAsked(false);
          setReference(event.target.value);
        }}
      />
      {find.error !== null && !unknown && <ProblemCard error={find.error} />}
      <p className="actions">
        <Button submits disabled={find.isPending}>
          {t("find.send")}
        </Button>
      </p>
    </form>
  );
};
