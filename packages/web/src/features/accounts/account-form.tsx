import type { Role } from "@concord/exchange/api";
import { useId, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../../api/api-problem.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary, errorsAt, type FieldError } from "../../ui/error-summary.tsx";
import { TextField } from "../../ui/field.tsx";
import { ProblemCard } from "../../ui/states.tsx";
import { useDraft } from "../../ui/use-draft.ts";
import { RoleChoice } from "./role-choice.tsx";

const EMPTY = { name: "", login: "", person: "", roles: [] as readonly Role[] };
export type NewAccountDraft = typeof EMPTY;

/** What the service says of one field. */
const FIELD_OF: Readonly<Record<string, "login" | "person">> = { "login-taken": "login", "person-not-known": "person" };

interface AccountFormProps {
  readonly sending: boolean;
  readonly problem: Error | null;
  readonly onType: () => void;
  readonly onSend: (draft: NewAccountDraft, forget: () => void) => void;
}

/** Who gets an account, what they type to sign in, and what they may see. */
export const AccountForm = ({ sending, problem, onType, onSend }: AccountFormProps) => {
  const { t } = useTranslation("accounts");
  const id = useId();
  const { draft, change, forget } = useDraft("account", EMPTY);
  const [tries, setTries] = useState(0);
  const code = problem instanceof ApiProblem ? problem.code : "";
  const isPatient = draft.roles.includes("patient");
  const missing: FieldError[] = [
    ...(draft.name.trim() === "" ? [{ at: `${id}name`, says: t("form.nameMissing") }] : []),
    ...(draft.login.trim() === "" ? [{ at: `${id}login`, says: t("form.loginMissing") }] : []),
    ...(draft.roles.length === 0 ? [{ at: `${id}roles`, says: t("roles.missing") }] : []),
    ...(isPatient && draft.person.trim() === "" ? [{ at: `${id}person`, says: t("form.personMissing") }] : []),
  ];
  const field = FIELD_OF[code];
  const errors = field === undefined ? missing : [{ at: `${id}${field}`, says: t(`form.${field}Refused`) }];
  const error = errorsAt(id, errors, tries);
  const type = (part: Partial<NewAccountDraft>): void => {
    onType();
    change(part);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTries((before) => before + 1);
    if (missing.length === 0) onSend(draft, forget);
  };
  return (
    <form noValidate onSubmit={submit} autoComplete="off">
      <ErrorSummary errors={tries === 0 ? [] : errors} tries={field === undefined ? tries : tries + 1} />
      {problem !== null && field === undefined && <ProblemCard error={problem} />}
      <TextField
        id={`${id}name`}
        label={t("form.name")}
        hint={t("form.nameHint")}
        maxLength={200}
        value={draft.name}
        error={error("name")}
        onChange={(event) => type({ name: event.target.value })}
      />
      <TextField
        id={`${id}login`}
        label={t("form.login")}
        hint={t("form.loginHint")}
        maxLength={200}
        autoCapitalize="none"
        spellCheck={false}
        value={draft.login}
        error={error("login")}
        onChange={(event) => type({ login: event.target.value })}
      />
      <RoleChoice
        id={`${id}roles`}
        roles={draft.roles}
        error={error("roles")}
        withPatient
        onChange={(roles) => type({ roles })}
      />
      {isPatient && (
        <TextField
          id={`${id}person`}
          label={t("form.person")}
          hint={t("form.personHint")}
          maxLength={200}
          spellCheck={false}
          value={draft.person}
          error={error("person")}
          onChange={(event) => type({ person: event.target.value })}
        />
      )}
      <Button submits disabled={sending}>
        {t(sending ? "make.sending" : "make.send")}
      </Button>
    </form>
  );
};
