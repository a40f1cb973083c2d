import type { OwnAccountPage } from "@concord/exchange/api";
import { useMutation } from "@tanstack/react-query";
import { useId, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../../api/api-problem.ts";
import { changePassword } from "../../api/own-account.ts";
import { NewPasswordField } from "../../signing-in/new-password-field.tsx";
import { PASSWORD_LEAST } from "../../signing-in/password-least.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary, errorsAt } from "../../ui/error-summary.tsx";
import { notify } from "../../ui/notices.tsx";
import { PasswordField } from "../../ui/password-field.tsx";
import { SendOrCancel } from "../../ui/send-or-cancel.tsx";
import { ProblemCard } from "../../ui/states.tsx";

const NOT_RIGHT = new Set(["password-not-right", "sign-in-refused"]);

const ChangeForm = ({ login, onDone }: { readonly login: string; readonly onDone: () => void }) => {
  const { t } = useTranslation(["own-account", "signing-in"]);
  const id = useId();
  const [typed, setTyped] = useState({ current: "", password: "" });
  const [tries, setTries] = useState(0);
  const change = useMutation({
    mutationFn: changePassword,
    onSuccess: () => {
      notify({ says: t("password.done") });
      onDone();
    },
    onError: () => setTries((before) => before + 1),
  });
  const notRight = change.error instanceof ApiProblem && NOT_RIGHT.has(change.error.code);
  const missing = [
    ...(typed.current === "" ? [{ at: `${id}current`, says: t("password.currentMissing") }] : []),
    ...(typed.password.length < PASSWORD_LEAST
      ? [{ at: `${id}password`, says: t("password.short", { least: PASSWORD_LEAST, ns: "signing-in" }) }]
      : []),
  ];
  const errors = notRight ? [{ at: `${id}current`, says: t("password.notRight") }] : missing;
  const error = errorsAt(id, errors, tries);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    change.reset();
    setTries((before) => before + 1);
    if (missing.length === 0) change.mutate(typed);
  };
  return (
    <form noValidate onSubmit={submit}>
      <ErrorSummary errors={errors} tries={tries} />
      {change.error !== null && !notRight && <ProblemCard error={change.error} />}
      <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
      <PasswordField
        id={`${id}current`}
        label={t("password.current")}
        name="password"
        autoComplete="current-password"
        value={typed.current}
        error={error("current")}
        onChange={(event) => {
          if (notRight) change.reset();
          setTyped({ ...typed, current: event.target.value });
        }}
      />
      <NewPasswordField
        id={`${id}password`}
        value={typed.password}
        error={error("password")}
        onPassword={(password) => setTyped({ ...typed, password })}
      />
      <SendOrCancel disabled={change.isPending} onCancel={onDone}>
        {t(change.isPending ? "password.changing" : "password.change")}
      </SendOrCancel>
    </form>
  );
};

/** The password and the authenticator beside it. A new authenticator comes with a new one-time code. */
export const PasswordPart = ({ own }: { readonly own: OwnAccountPage }) => {
  const { t } = useTranslation("own-account");
  const [open, setOpen] = useState(false);
  return (
    <section className="card" aria-labelledby="password">
      <h2 id="password">{t("password.title")}</h2>
      {own.hasPassword ? (
        <>
          <p>{t(own.hasTotp ? "password.withTotp" : "password.without")}</p>
          {open ? (
            <ChangeForm login={own.account.login} onDone={() => setOpen(false)} />
          ) : (
            <p>
              <Button look="second" onClick={() => setOpen(true)}>
                {t("password.open")}
              </Button>
            </p>
          )}
        </>
      ) : (
        <p>{t("password.none")}</p>
      )}
      {!open && <p className="quiet">{t("password.lost")}</p>}
    </section>
  );
};
