import type { PasskeyOfMine } from "@concord/exchange/api";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useId, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { addPasskey, removePasskey } from "../../api/own-account.ts";
import { waysInQuery } from "../../api/sign-in.ts";
import { PasskeyProblem } from "../../signing-in/passkey-problem.tsx";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { TextField } from "../../ui/field.tsx";
import { notify } from "../../ui/notices.tsx";
import { SendOrCancel } from "../../ui/send-or-cancel.tsx";
import { useWords } from "../../words/use-words.ts";

const AddForm = ({ onDone }: { readonly onDone: () => void }) => {
  const { t } = useTranslation(["signing-in", "own-account"]);
  const queryClient = useQueryClient();
  const id = useId();
  const [name, setName] = useState(t("passkey.nameGiven"));
  const [tries, setTries] = useState(0);
  const add = useMutation({
    mutationFn: addPasskey,
    onSuccess: async () => {
      notify({ says: t("passkeys.added", { name: name.trim(), ns: "own-account" }) });
      onDone();
      await queryClient.invalidateQueries({ queryKey: ["own-account"] });
    },
  });
  const errors = name.trim() === "" ? [{ at: id, says: t("passkey.nameMissing") }] : [];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTries((before) => before + 1);
    if (errors.length === 0) add.mutate(name.trim());
  };
  return (
    <form noValidate onSubmit={submit}>
      <ErrorSummary errors={errors} tries={tries} />
      {add.error !== null && <PasskeyProblem error={add.error} />}
      <TextField
        id={id}
        label={t("passkey.name")}
        hint={t("passkey.nameHint")}
        maxLength={100}
        value={name}
        error={tries === 0 ? undefined : errors[0]?.says}
        onChange={(event) => setName(event.target.value)}
      />
      <SendOrCancel disabled={add.isPending} onCancel={onDone}>
        {t(add.isPending ? "passkey.asking" : "passkey.make")}
      </SendOrCancel>
    </form>
  );
};

interface PasskeysProps {
  readonly passkeys: readonly PasskeyOfMine[];
  /** Without a passkey nobody could sign in to the account: its last one stays. */
  readonly last: boolean;
}

/** Passkeys of the account; one more on another device is the best help against being locked out. */
export const Passkeys = ({ passkeys, last }: PasskeysProps) => {
  const { t } = useTranslation("own-account");
  const { sayInstant } = useWords();
  const queryClient = useQueryClient();
  const { data: ways } = useQuery(waysInQuery());
  const [adding, setAdding] = useState(false);
  const remove = useMutation({
    mutationFn: async ({ id }: PasskeyOfMine) => removePasskey(id),
    onSuccess: (_, { name }) => notify({ says: t("passkeys.removed", { name }) }),
    onSettled: async () => queryClient.invalidateQueries({ queryKey: ["own-account"] }),
  });
  const mayRemove = !last || passkeys.length > 1;
  return (
    <section className="card" aria-labelledby="passkeys">
      <h2 id="passkeys">{t("passkeys.title")}</h2>
      <p>{t("passkeys.says")}</p>
      {remove.error !== null && <PasskeyProblem error={remove.error} />}
      {passkeys.length === 0 && <p className="quiet">{t("passkeys.none")}</p>}
      <ul className="lines">
        {passkeys.map((one) => (
          <li key={one.id}>
            <b>{one.name}</b>
            <span className="under">
              {one.lastUsedAt === null
                ? t("passkeys.notUsed", { date: sayInstant(one.addedAt) })
                : t("passkeys.used", { date: sayInstant(one.addedAt), used: sayInstant(one.lastUsedAt) })}
            </span>
            {mayRemove && (
              <Button
                look="link"
                aria-label={t("passkeys.removeOf", { name: one.name })}
                disabled={remove.isPending}
                onClick={() => remove.mutate(one)}
              >
                {t("passkeys.remove")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {!mayRemove && <p className="quiet">{t("passkeys.last")}</p>}
      {ways?.passkey === false && <p className="quiet">{t("passkeys.cannot")}</p>}
      {ways?.passkey === true &&
        (adding ? (
          <AddForm onDone={() => setAdding(false)} />
        ) : (
          <Button look="second" onClick={() => setAdding(true)}>
            {t("passkeys.add")}
          </Button>
        ))}
    </section>
  );
};
