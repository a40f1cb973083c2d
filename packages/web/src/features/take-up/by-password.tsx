import type { TakeUpLook } from "@concord/exchange/api";
import { useMutation } from "@tanstack/react-query";
import { useId, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../../api/api-problem.ts";
import { takeUpByPassword } from "../../api/take-up.ts";
import { Authenticator } from "../../signing-in/authenticator.tsx";
import { NewPasswordField } from "../../signing-in/new-password-field.tsx";
import { PASSWORD_LEAST } from "../../signing-in/password-least.ts";
import { Button } from "../../ui/button.tsx";
import { CodeField, codeTyped } from "../../ui/code-field.tsx";
import { ErrorSummary, errorsAt, type FieldError } from "../../ui/error-summary.tsx";
import { ProblemCard } from "../../ui/states.tsx";
import { hasLapsed, type Taking } from "./taking.ts";

/** A password of one's own, and the authenticator beside it. */
export const ByPassword = ({ taking, totp }: { readonly taking: Taking; readonly totp: TakeUpLook["totp"] }) => {
  const { t } = useTranslation(["take-up", "signing-in"]);
  const id = useId();
  const [typed, setTyped] = useState({ password: "", code: "" });
  const [tries, setTries] = useState(0);
  const take = useMutation({
    mutationFn: takeUpByPassword,
    onSuccess: taking.onDone,
    onError: (error) => {
      setTries((before) => before + 1);
      if (hasLapsed(error)) taking.onLapsed();
    },
  });
  const code = codeTyped(typed.code);
  const wrong = take.error instanceof ApiProblem && take.error.code === "authenticator-code-not-right";
  const errors: FieldError[] = [
    ...taking.missing,
    ...(typed.password.length < PASSWORD_LEAST
      ? [{ at: `${id}password`, says: t("password.short", { least: PASSWORD_LEAST, ns: "signing-in" }) }]
      : []),
    ...(wrong ? [{ at: `${id}code`, says: t("totp.wrong") }] : []),
    ...(code === null ? [{ at: `${id}code`, says: t("missing.code", { ns: "signing-in" }) }] : []),
  ];
  const error = errorsAt(id, errors, tries);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    taking.onAsked();
    setTries((before) => before + 1);
    take.reset();
    if (code === null || errors.some(({ says }) => says !== t("totp.wrong"))) return;
    take.mutate({ ...taking.start, password: typed.password, totpCode: code });
  };
  return (
    <form noValidate onSubmit={submit}>
      <ErrorSummary errors={errors} tries={tries} />
      {take.error !== null && !wrong && <ProblemCard error={take.error} />}
      <input type="text" name="username" autoComplete="username" value={taking.login} readOnly hidden />
      <NewPasswordField
        id={`${id}password`}
        value={typed.password}
        error={error("password")}
        onPassword={(password) => setTyped({ ...typed, password })}
      />
      <Authenticator {...totp} />
      <CodeField
        id={`${id}code`}
        label={t("totp.label")}
        hint={t("codeHint", { ns: "signing-in" })}
        value={typed.code}
        error={error("code")}
        onCode={(digits) => {
          if (wrong) take.reset();
          setTyped({ ...typed, code: digits });
        }}
      />
      <Button submits disabled={take.isPending}>
        {t(take.isPending ? "taking" : "take")}
      </Button>
    </form>
  );
};
