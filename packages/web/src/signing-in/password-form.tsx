import { useEffect, useId, useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { CodeField } from "../ui/code-field.tsx";
import { ErrorSummary, errorsAt } from "../ui/error-summary.tsx";
import { TextField } from "../ui/field.tsx";
import { PasswordField } from "../ui/password-field.tsx";
import { ProblemCard } from "../ui/states.tsx";
import { usePasswordSignIn } from "./use-password-sign-in.ts";
import { Waiting } from "./waiting.tsx";

interface PasswordFormProps {
  /** The account that has to sign in again; null where anyone may. */
  readonly login: string | null;
  readonly onDone: () => void;
}

/** Name and password, and then the code of the authenticator where the service asks for one. */
export const PasswordForm = ({ login, onDone }: PasswordFormProps) => {
  const { t } = useTranslation("signing-in");
  const id = useId();
  const { typed, type, tries, errors, problem, codeAsked, wait, pending, submit } = usePasswordSignIn(
    login,
    id,
    onDone,
  );
  const code = useRef<HTMLDivElement>(null);
  const [alone] = useState(login !== null);
  useEffect(() => {
    if (codeAsked) code.current?.querySelector("input")?.focus();
  }, [codeAsked]);
  const error = errorsAt(id, errors, tries);
  return (
    <form
      className="sign-in-form"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit();
      }}
    >
      <ErrorSummary errors={errors} tries={tries} />
      {problem !== null && <ProblemCard error={problem} />}
      {wait !== null && <Waiting left={wait} />}
      {alone ? (
        <input type="text" name="username" autoComplete="username" value={typed.login} readOnly hidden />
      ) : (
        <TextField
          id={`${id}login`}
          label={t("login")}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={200}
          value={typed.login}
          error={error("login")}
          onChange={(event) => type({ login: event.target.value })}
        />
      )}
      <PasswordField
        id={`${id}password`}
        label={t("passwordNow")}
        name="password"
        autoComplete="current-password"
        value={typed.password}
        error={error("password")}
        data-first={alone ? true : undefined}
        onChange={(event) => type({ password: event.target.value })}
      />
      {codeAsked && (
        <div ref={code}>
          <CodeField
            id={`${id}code`}
            label={t("codeNow")}
            hint={t("codeHint")}
            value={typed.code}
            error={error("code")}
            onCode={(digits) => type({ code: digits })}
          />
        </div>
      )}
      <Button submits disabled={pending || (wait ?? 0) > 0}>
        {t(pending ? "signingIn" : "signIn")}
      </Button>
    </form>
  );
};
