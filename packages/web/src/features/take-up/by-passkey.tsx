import { useMutation } from "@tanstack/react-query";
import { useId, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { takeUpByPasskey } from "../../api/take-up.ts";
import { PasskeyProblem } from "../../signing-in/passkey-problem.tsx";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { TextField } from "../../ui/field.tsx";
import { hasLapsed, type Taking } from "./taking.ts";

/** A passkey of this device or a security key, and what its owner calls it. */
export const ByPasskey = ({ taking }: { readonly taking: Taking }) => {
  const { t } = useTranslation(["take-up", "signing-in"]);
  const id = useId();
  const [name, setName] = useState(t("passkey.nameGiven", { ns: "signing-in" }));
  const [tries, setTries] = useState(0);
  const take = useMutation({
    mutationFn: async () => takeUpByPasskey(taking.start, name.trim()),
    onSuccess: taking.onDone,
    onError: (error) => hasLapsed(error) && taking.onLapsed(),
  });
  const missing = name.trim() === "" ? [{ at: id, says: t("passkey.nameMissing", { ns: "signing-in" }) }] : [];
  const errors = [...taking.missing, ...missing];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    taking.onAsked();
    setTries((before) => before + 1);
    if (errors.length === 0) take.mutate();
  };
  return (
    <form noValidate onSubmit={submit}>
      <ErrorSummary errors={errors} tries={tries} />
      {take.error !== null && <PasskeyProblem error={take.error} />}
      <TextField
        id={id}
        label={t("passkey.name", { ns: "signing-in" })}
        hint={t("passkey.nameHint", { ns: "signing-in" })}
        maxLength={100}
        value={name}
        error={tries === 0 ? undefined : missing[0]?.says}
        onChange={(event) => setName(event.target.value)}
      />
      <Button submits disabled={take.isPending}>
        {t(take.isPending ? "passkey.asking" : "passkey.make", { ns: "signing-in" })}
      </Button>
    </form>
  );
};
