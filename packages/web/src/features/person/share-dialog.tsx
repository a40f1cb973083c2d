import type { Person, ShareList } from "@concord/exchange/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { sharePerson } from "../../api/cases.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Checkbox, LongField, SelectField } from "../../ui/field.tsx";
import { notify } from "../../ui/notices.tsx";
import { SendOrCancel } from "../../ui/send-or-cancel.tsx";
import { ProblemCard } from "../../ui/states.tsx";
import { useSayRoles } from "../../words/use-say-roles.ts";

interface ShareDialogProps {
  readonly person: Person;
  readonly accounts: ShareList["accounts"];
  readonly onClose: () => void;
}

/** With whom, why, and whether they are told who it is. */
export const ShareDialog = ({ person, accounts, onClose }: ShareDialogProps) => {
  const { t } = useTranslation("person");
  const sayRoles = useSayRoles();
  const queryClient = useQueryClient();
  const [account, setAccount] = useState(accounts[0]?.id ?? "");
  const [why, setWhy] = useState("");
  const [withIdentity, setWithIdentity] = useState(false);
  const [asked, setAsked] = useState(false);
  const share = useMutation({
    mutationFn: async () => sharePerson(person.key, { account, withIdentity, why: why.trim() }),
    onSuccess: async ({ account: { name } }) => {
      notify({ says: t("share.done", { name }) });
      onClose();
      await queryClient.invalidateQueries({ queryKey: ["shares", person.key] });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (why.trim() !== "") share.mutate();
  };
  return (
    <Dialog title={t("share.dialog", { person: person.person })} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <SelectField
          label={t("share.with")}
          value={account}
          choices={accounts.map(({ id, name, roles }) => ({
            value: id,
            says: t("share.whoAs", { name, roles: sayRoles(roles as never) }),
          }))}
          onChange={setAccount}
        />
        <LongField
          label={t("share.why")}
          hint={t("share.whyHint")}
          error={asked && why.trim() === "" ? t("share.whyMissing") : undefined}
          value={why}
          maxLength={500}
          onChange={(event) => setWhy(event.target.value)}
        />
        <Checkbox
          label={t("share.identity")}
          hint={t("share.identityHint")}
          checked={withIdentity}
          onChange={setWithIdentity}
        />
        {share.error !== null && <ProblemCard error={share.error} />}
        <SendOrCancel disabled={share.isPending} onCancel={onClose}>
          {t("share.send")}
        </SendOrCancel>
      </form>
    </Dialog>
  );
};
