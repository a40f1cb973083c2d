import type { TakeUpLook } from "@concord/exchange/api";
import { useMutation } from "@tanstack/react-query";
import { useId, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../../api/api-problem.ts";
import { lookAtCode } from "../../api/take-up.ts";
import { useWait } from "../../signing-in/use-wait.ts";
import { Waiting } from "../../signing-in/waiting.tsx";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { TextField } from "../../ui/field.tsx";
import { ProblemCard } from "../../ui/states.tsx";

interface CodeFormProps {
  /** The code was good, and what came of it took too long. */
  readonly lapsed: boolean;
  readonly onHeld: (code: string, look: TakeUpLook) => void;
}

/** The one-time code, in capitals or not, with its hyphens or without. */
export const CodeForm = ({ lapsed, onHeld }: CodeFormProps) => {
  const { t } = useTranslation("take-up");
  const id = useId();
  const [code, setCode] = useState("");
  const [tries, setTries] = useState(0);
  const { left, wait } = useWait();
  const look = useMutation({
    mutationFn: lookAtCode,
    onSuccess: (found) => onHeld(code.trim(), found),
    onError: (error) => {
      setTries((before) => before + 1);
      if (error instanceof ApiProblem && error.code === "wait-before-next-try") wait(error.waitSeconds || 1);
    },
  });
  const said = look.error instanceof ApiProblem ? look.error.code : null;
  const error =
    said === "code-not-valid" ? t("code.wrong") : tries > 0 && code.trim() === "" ? t("code.missing") : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTries((before) => before + 1);
    if (code.trim() !== "" && left === 0) look.mutate(code.trim());
  };
  return (
    <form noValidate onSubmit={submit}>
      <ErrorSummary errors={error === undefined ? [] : [{ at: id, says: error }]} tries={tries} />
      {lapsed && tries === 0 && (
        <p className="note kind" role="status">
          {t("lapsed")}
        </p>
      )}
      {said === "wait-before-next-try" && <Waiting left={left} />}
      {look.error !== null && said !== "code-not-valid" && said !== "wait-before-next-try" && (
        <ProblemCard error={look.error} />
      )}
      <TextField
        id={id}
        label={t("code.label")}
        hint={t("code.hint")}
        error={error}
        value={code}
        maxLength={100}
        spellCheck={false}
        autoCapitalize="characters"
        autoCorrect="off"
        onChange={(event) => {
          look.reset();
          setCode(event.target.value);
        }}
      />
      <Button submits disabled={look.isPending || left > 0}>
        {t(look.isPending ? "code.looking" : "code.go")}
      </Button>
    </form>
  );
};
