import type { UnreadDirections } from "@concord/exchange/api";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../../api/api-problem.ts";
import { readingsQuery } from "../../api/unread-directions.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox, LongField, TextField } from "../../ui/field.tsx";
import { ProblemCard } from "../../ui/states.tsx";
import { useDraft } from "../../ui/use-draft.ts";
import { amountsOf, EMPTY_DRAFT, isAmounts, type ReadingDraft } from "./read-form.ts";
import { useKeepReading } from "./use-readings.ts";
import { useUnit } from "./use-unit.ts";

interface OfText {
  readonly text: UnreadDirections;
  /** Whom alone the reading is of; null where it holds for everyone with the text. */
  readonly person: string | null;
}

/** Someone else was quicker: whose reading holds, in words, and where to find it. */
const Conflict = ({ text, person, onSeen }: OfText & { readonly onSeen: () => void }) => {
  const { t } = useTranslation("data-quality");
  const { sayReading } = useUnit();
  const { data } = useQuery({ ...readingsQuery(), staleTime: 0 });
  const theirs = data?.readings.find((one) => one.key === text.key && one.person === person && one.undoneAt === null);
  return (
    <div className="note kind" role="alert">
      <h3>{t("conflict.title")}</h3>
      <p>
        {theirs === undefined
          ? t("conflict.saysUnknown")
          : t("conflict.says", { who: theirs.who, reading: sayReading(theirs, theirs.asNeeded, text.countedIn) })}
      </p>
      <Button look="second" onClick={onSeen}>
        {t("conflict.todo")}
      </Button>
    </div>
  );
};

const Preview = ({ text, person, draft }: OfText & { readonly draft: ReadingDraft }) => {
  const { t } = useTranslation("data-quality");
  const { sayReading } = useUnit();
  const amounts = amountsOf(draft);
  return (
    <div className="preview" role="status">
      <h4>{t("preview.title")}</h4>
      {isAmounts(amounts) ? (
        <>
          <p>
            <b>{sayReading(amounts, draft.asNeeded, text.countedIn)}</b>
          </p>
          <p>
            {person === null
              ? t("preview.holds", { count: text.people, issues: t("queue.issues", { count: text.issues }) })
              : t("preview.holdsForOne", { person })}
          </p>
        </>
      ) : (
        <p className="quiet">{t("preview.not")}</p>
      )}
    </div>
  );
};

/** What a text means: least and most a day, in what the product is counted in. */
export const ReadingForm = ({ text, person, onDone }: OfText & { readonly onDone: () => void }) => {
  const { t } = useTranslation("data-quality");
  const { sayUnit } = useUnit();
  const queryClient = useQueryClient();
  const { draft, change, forget } = useDraft(`reading.${text.key}${person === null ? "" : `.${person}`}`, EMPTY_DRAFT);
  const [asked, setAsked] = useState(false);
  const keep = useKeepReading(text.key, text.product);
  const amounts = amountsOf(draft);
  const wrong = isAmounts(amounts) ? {} : amounts;
  const code = keep.error instanceof ApiProblem ? keep.error.code : null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (!isAmounts(amounts)) return;
    keep.mutate(
      { ...amounts, asNeeded: draft.asNeeded, note: draft.note.trim(), ...(person === null ? {} : { person }) },
      {
        onSuccess: () => {
          forget();
          onDone();
        },
      },
    );
  };
  if (code === "already-read")
    return (
      <Conflict
        text={text}
        person={person}
        onSeen={() => {
          forget();
          onDone();
          void queryClient.invalidateQueries();
          document.querySelector("#readings")?.scrollIntoView();
        }}
      />
    );
  const unit = sayUnit(text.countedIn);
  return (
    <form onSubmit={submit} noValidate className="reading">
      <div>
        <h4>{person === null ? t("form.title") : t("form.titleForOne", { person })}</h4>
        <div className="fields">
          {(["min", "max"] as const).map((end) => (
            <TextField
              key={end}
              label={t(`form.${end}`, { unit })}
              width="short"
              inputMode="decimal"
              value={draft[end]}
              error={asked && wrong[end] !== undefined ? t(`form.${wrong[end]}`) : undefined}
              onChange={(event) => change({ [end]: event.target.value })}
            />
          ))}
        </div>
        <Checkbox
          label={t("form.asNeeded")}
          hint={t("form.asNeededHint")}
          checked={draft.asNeeded}
          onChange={(asNeeded) => change({ asNeeded })}
        />
        <LongField
          label={t("form.note")}
          hint={t("form.noteHint")}
          rows={2}
          maxLength={500}
          value={draft.note}
          onChange={(event) => change({ note: event.target.value })}
        />
      </div>
      <div>
        <Preview text={text} person={person} draft={draft} />
        {code === "reading-does-not-fit" && (
          <p className="error" role="alert">
            {t("unfit", { detail: keep.error?.message ?? "" })}
          </p>
        )}
        {keep.error !== null && code !== "reading-does-not-fit" && <ProblemCard error={keep.error} />}
        <Button submits disabled={keep.isPending}>
          {t(keep.isPending ? "form.saving" : "form.save")}
        </Button>
      </div>
    </form>
  );
};
