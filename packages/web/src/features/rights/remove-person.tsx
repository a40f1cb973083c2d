import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { removePerson, type PersonFound } from "../../api/rights.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { LongField, TextField } from "../../ui/field.tsx";
import { notify } from "../../ui/notices.tsx";
import { SendOrCancel } from "../../ui/send-or-cancel.tsx";
import { ProblemCard } from "../../ui/states.tsx";

interface RemovePersonProps {
  readonly found: PersonFound;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}

/** Why, and the reference once more: what cannot be undone is not one press away. */
export const RemovePerson = ({ found, onClose, onRemoved }: RemovePersonProps) => {
  const { t } = useTranslation("rights");
  const client = useQueryClient();
  const [why, setWhy] = useState("");
  const [again, setAgain] = useState("");
  const [asked, setAsked] = useState(false);
  const { person } = found;
  const remove = useMutation({
    mutationFn: async () => removePerson(found, person, why.trim()),
    onSuccess: async () => {
      notify({ says: t("removal.done") });
      onRemoved();
      await client.invalidateQueries();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (why.trim() !== "" && again.trim() === person) remove.mutate();
  };
  return (
    <Dialog title={t("removal.ask", { person })} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <LongField
          label={t("removal.why")}
          error={asked && why.trim() === "" ? t("removal.whyMissing") : undefined}
          value={why}
          maxLength={500}
          onChange={(event) => setWhy(event.target.value)}
        />
        <TextField
          label={t("removal.again")}
          hint={t("removal.againHint", { person })}
          error={asked && again.trim() !== person ? t("removal.againWrong") : undefined}
          value={again}
          maxLength={200}
          spellCheck={false}
          onChange={(event) => setAgain(event.target.value)}
        />
        {remove.error !== null && <ProblemCard error={remove.error} />}
        <SendOrCancel look="warning" disabled={remove.isPending} onCancel={onClose}>
          {t("removal.send")}
        </SendOrCancel>
      </form>
    </Dialog>
  );
};
