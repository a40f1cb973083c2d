import type { Account, Role } from "@concord/exchange/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../../api/api-problem.ts";
import { changeAccount } from "../../api/accounts.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary, errorsAt, type FieldError } from "../../ui/error-summary.tsx";
import { TextField } from "../../ui/field.tsx";
import { notify } from "../../ui/notices.tsx";
import { ProblemCard } from "../../ui/states.tsx";
import { RoleChoice } from "./role-choice.tsx";

/** The name and the roles of an account. */
export const ChangeAccount = ({ account, own }: { readonly account: Account; readonly own: boolean }) => {
  const { t } = useTranslation("accounts");
  const id = useId();
  const queryClient = useQueryClient();
  const [name, setName] = useState(account.name);
  const [roles, setRoles] = useState<readonly Role[]>(account.roles);
  const [tries, setTries] = useState(0);
  const change = useMutation({
    mutationFn: async () => changeAccount(account.id, name.trim(), roles),
    onSuccess: async () => {
      notify({ says: t("change.done", { name: name.trim() }) });
      await queryClient.invalidateQueries({ queryKey: ["accounts"] });
    },
    onError: () => setTries((before) => before + 1),
  });
  const last = change.error instanceof ApiProblem && change.error.code === "last-administrator";
  const errors: FieldError[] = [
    ...(name.trim() === "" ? [{ at: `${id}name`, says: t("form.nameMissing") }] : []),
    ...(roles.length === 0 ? [{ at: `${id}roles`, says: t("roles.missing") }] : []),
    ...(last ? [{ at: `${id}roles`, says: t("last") }] : []),
  ];
  const error = errorsAt(id, errors, tries);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    change.reset();
    setTries((before) => before + 1);
    if (name.trim() !== "" && roles.length > 0) change.mutate();
  };
  return (
    <section className="card" aria-labelledby="change">
      <h2 id="change">{t("change.title")}</h2>
      <form noValidate onSubmit={submit}>
        <ErrorSummary errors={errors} tries={tries} />
        {change.error !== null && !last && <ProblemCard error={change.error} />}
        <TextField
          id={`${id}name`}
          label={t("form.name")}
          maxLength={200}
          value={name}
          error={error("name")}
          onChange={(event) => setName(event.target.value)}
        />
        {account.roles.includes("patient") ? (
          <p>{t("roles.patientStays")}</p>
        ) : (
          <RoleChoice
            id={`${id}roles`}
            roles={roles}
            error={error("roles")}
            withPatient={false}
            onChange={(now) => {
              if (last) change.reset();
              setRoles(now);
            }}
          />
        )}
        <p className="quiet">{t(own ? "change.ownEnds" : "change.ends")}</p>
        <Button submits disabled={change.isPending}>
          {t(change.isPending ? "change.sending" : "change.send")}
        </Button>
      </form>
    </section>
  );
};
