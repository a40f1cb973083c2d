import type { Person, Share } from "@concord/exchange/api";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { endShare, sharesQuery } from "../../api/cases.ts";
import { May } from "../../session/may.tsx";
import { Button } from "../../ui/button.tsx";
import { notify } from "../../ui/notices.tsx";
import { Answer } from "../../ui/states.tsx";
import { useWords } from "../../words/use-words.ts";
import { ShareDialog } from "./share-dialog.tsx";

const Standing = ({ shares, of }: { readonly shares: readonly Share[]; readonly of: string }) => {
  const { t } = useTranslation("person");
  const { sayInstant } = useWords();
  const queryClient = useQueryClient();
  const end = useMutation({
    mutationFn: endShare,
    onSuccess: () => notify({ says: t("share.ended") }),
    onError: () => notify({ says: t("share.notEnded"), kind: "problem" }),
    onSettled: async () => queryClient.invalidateQueries({ queryKey: ["shares", of] }),
  });
  return (
    <ul className="lines">
      {shares.map(({ id, account: { name }, withIdentity, why, at }) => (
        <li key={id}>
          {t(withIdentity ? "share.named" : "share.masked", { name, number: id })}{" "}
          <span className="quiet">{t("share.since", { at: sayInstant(at) })}</span>
          <br />
          <q>{why}</q>{" "}
          <May do="share.change">
            <Button
              look="link"
              disabled={end.isPending}
              aria-label={t("share.endOf", { name })}
              onClick={() => end.mutate(id)}
            >
              {t("share.end")}
            </Button>
          </May>
        </li>
      ))}
    </ul>
  );
};

const Loaded = ({ person }: { readonly person: Person }) => {
  const { t } = useTranslation("person");
  const answer = useQuery(sharesQuery(person.key));
  const [open, setOpen] = useState(false);
  return (
    <Answer of={answer} lines={2}>
      {({ shares, accounts }) => (
        <>
          {shares.length === 0 ? (
            <p className="quiet">{t("share.none")}</p>
          ) : (
            <Standing shares={shares} of={person.key} />
          )}
          {accounts.length === 0 ? (
            <p className="quiet">{t("share.nobody")}</p>
          ) : (
            <May do="share.change">
              <Button look="small" onClick={() => setOpen(true)}>
                {t("share.open")}
              </Button>
            </May>
          )}
          {open && <ShareDialog person={person} accounts={accounts} onClose={() => setOpen(false)} />}
        </>
      )}
    </Answer>
  );
};

/** With whom a person is shared, as a case or by name; shared with somebody else, and ended. */
export const Shares = ({ person }: { readonly person: Person }) => {
  const { t } = useTranslation("person");
  return (
    <May do="share.read">
      <section className="card no-print" aria-labelledby="shares">
        <h2 id="shares">{t("share.title")}</h2>
        <Loaded person={person} />
      </section>
    </May>
  );
};
