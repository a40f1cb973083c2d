import { useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../api/api-problem.ts";
import { personQuery } from "../api/people.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Checkbox, LongField, Radios, TextField } from "../ui/field.tsx";
import { SendOrCancel } from "../ui/send-or-cancel.tsx";
import { ProblemCard } from "../ui/states.tsx";
import { useDraft } from "../ui/use-draft.ts";
import { useWords } from "../words/use-words.ts";
import { useRefer, type PersonNamed } from "./use-refer.ts";

const REASONS = ["review", "reduce", "not-helping", "worried", "own"] as const;

const EMPTY = { person: "", reason: "review", own: "", selfReferral: false };

const Before = ({ of: { person, key } }: { readonly of: PersonNamed }) => {
  const { t } = useTranslation("refer");
  const { sayInstant } = useWords();
  const { data } = useQuery(personQuery(key));
  const { takeBack } = useRefer();
  const standing = data?.referrals.filter((one) => one.undoneAt === null) ?? [];
  if (standing.length === 0) return null;
  return (
    <section className="before">
      <h3>{t("before.title")}</h3>
      <ul className="lines">
        {standing.map((one) => {
          const date = sayInstant(one.at);
          return (
            <li key={one.id}>
              <span>{t(one.selfReferral ? "before.oneSelf" : "before.one", { date, reason: one.reason })}</span>{" "}
              <Button
                look="link"
                aria-label={t("before.undoOf", { date })}
                onClick={() => takeBack.mutate({ id: one.id, person })}
              >
                {t("before.undo")}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
};

interface ReferDialogProps {
  /** Null where the person is still to be named. */
  readonly of: PersonNamed | null;
  readonly referred: boolean;
  readonly onClose: () => void;
}

/** The second of two clicks: a common reason is chosen already, another is one press away. */
export const ReferDialog = ({ of, referred, onClose }: ReferDialogProps) => {
  const { t } = useTranslation("refer");
  const { draft, change, forget } = useDraft(`refer.${of?.key ?? "anyone"}`, EMPTY);
  const [asked, setAsked] = useState(false);
  const { send } = useRefer();
  const who = of?.person ?? draft.person.trim();
  const reason = draft.reason === "own" ? draft.own.trim() : t(`reasons.${draft.reason}`);
  const unknown = send.error instanceof ApiProblem && send.error.code === "person-not-known";
  const whoError = unknown ? t("person.unknown") : asked && who === "" ? t("person.missing") : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (who === "" || reason === "") return;
    send.mutate(
      { person: who, key: of?.key ?? null, reason, selfReferral: draft.selfReferral },
      {
        onSuccess: () => {
          forget();
          onClose();
        },
      },
    );
  };
  return (
    <Dialog title={of === null ? t("titleAnyone") : t("title", { person: of.person })} onClose={onClose}>
      {referred && of !== null && <Before of={of} />}
      <form onSubmit={submit} noValidate>
        {of === null && (
          <TextField
            label={t("person.label")}
            hint={t("person.hint")}
            error={whoError}
            value={draft.person}
            maxLength={200}
            spellCheck={false}
            onChange={(event) => {
              send.reset();
              change({ person: event.target.value });
            }}
          />
        )}
        <Radios
          legend={t("reason.legend")}
          name="reason"
          value={draft.reason}
          choices={REASONS.map((one) => ({ value: one, says: t(`reasons.${one}`) }))}
          onChange={(value) => change({ reason: value })}
        />
        {draft.reason === "own" && (
          <LongField
            label={t("reason.own")}
            error={asked && reason === "" ? t("reason.missing") : undefined}
            value={draft.own}
            maxLength={500}
            onChange={(event) => change({ own: event.target.value })}
          />
        )}
        <Checkbox
          label={t("self.label")}
          hint={t("self.hint")}
          checked={draft.selfReferral}
          onChange={(checked) => change({ selfReferral: checked })}
        />
        {send.error !== null && !unknown && <ProblemCard error={send.error} />}
        <SendOrCancel disabled={send.isPending} data-autofocus onCancel={onClose}>
          {t(send.isPending ? "sending" : "send")}
        </SendOrCancel>
      </form>
    </Dialog>
  );
};
