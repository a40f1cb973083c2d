import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../api/api-problem.ts";
import { signInByPassword } from "../api/sign-in.ts";
import { codeTyped } from "../ui/code-field.tsx";
import type { FieldError } from "../ui/error-summary.tsx";
import { useWait } from "./use-wait.ts";

const codeOf = (error: unknown): string | null => (error instanceof ApiProblem ? error.code : null);

/** What is said beside the form itself; everything else is a problem of the service. */
const OWN = new Set<string | null>(["sign-in-refused", "code-needed", "wait-before-next-try", "request-not-valid"]);

/** Signing in by password: what is typed, what is wrong with it, whether a code is asked, and how long to wait. */
export const usePasswordSignIn = (login: string | null, id: string, onDone: () => void) => {
  const { t } = useTranslation("signing-in");
  const [typed, setTyped] = useState({ login: login ?? "", password: "", code: "" });
  const [tries, setTries] = useState(0);
  const [codeAsked, setCodeAsked] = useState(false);
  const [hasWaited, setHasWaited] = useState(false);
  const { left, wait } = useWait();
  const send = useMutation({
    mutationFn: signInByPassword,
    onSuccess: onDone,
    onError: (error) => {
      const code = codeOf(error);
      if (code === "code-needed") {
        setTries(0);
        setCodeAsked(true);
      } else setTries((before) => before + 1);
      setHasWaited(code === "wait-before-next-try");
      if (code === "wait-before-next-try") wait((error as ApiProblem).waitSeconds || 1);
      // A code is good for one try.
      if (code === "sign-in-refused") setTyped((before) => ({ ...before, code: "" }));
    },
  });
  const code = codeTyped(typed.code);
  const missing: FieldError[] = [
    ...(typed.login.trim() === "" ? [{ at: `${id}login`, says: t("missing.login") }] : []),
    ...(typed.password === "" ? [{ at: `${id}password`, says: t("missing.password") }] : []),
    ...(codeAsked && code === null ? [{ at: `${id}code`, says: t("missing.code") }] : []),
  ];
  const refused = codeOf(send.error) === "sign-in-refused" || codeOf(send.error) === "request-not-valid";
  const errors: readonly FieldError[] = refused
    ? [{ at: `${id}password`, says: t(codeAsked ? "refusedWithCode" : "refused") }]
    : send.error === null
      ? missing
      : [];
  return {
    typed,
    type: (part: Partial<typeof typed>): void => {
      // Whether a code is asked goes by the account.
      if (part.login !== undefined) setCodeAsked(false);
      setTyped((before) => ({ ...before, ...part }));
    },
    tries,
    errors: tries === 0 ? [] : errors,
    problem: send.error !== null && !OWN.has(codeOf(send.error)) ? send.error : null,
    codeAsked,
    wait: hasWaited ? left : null,
    pending: send.isPending,
    submit: (): void => {
      if (send.isPending || left > 0) return;
      send.reset();
      setHasWaited(false);
      setTries((before) => before + 1);
      if (missing.length > 0) return;
      setTries(0);
      const given = { login: typed.login.trim().toLowerCase(), password: typed.password };
      send.mutate(code === null ? given : { ...given, code });
    },
  };
};
