import { Link } from "@tanstack/react-router";
import { useId, useRef, useState, type DragEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { notify } from "../../ui/notices.tsx";
import { ProblemCard } from "../../ui/states.tsx";
import { useWords } from "../../words/use-words.ts";
import { useUpload, type UploadState } from "./use-upload.ts";

const COLUMNS =
  "person, birth_year, sex, registered_date, issue_date, product_code, product_name, quantity, quantity_unit, directions, kind, prescriber, status";

const After = ({ state }: { readonly state: UploadState }) => {
  const { t } = useTranslation("imports");
  const { sayInstant } = useWords();
  if (state.is === "failed") return <ProblemCard error={state.error} />;
  if (state.is === "stopped") return <p className="note">{t("stopped")}</p>;
  if (state.is !== "same") return null;
  const { file, job } = state;
  const date = job.finishedAt ?? job.startedAt;
  return (
    <div className="note">
      <h3>{t("same.title")}</h3>
      <p>{date === null ? t("same.saysUndated", { file }) : t("same.says", { file, date: sayInstant(date) })}</p>
      <p>
        <Link to="/imports/$id" params={{ id: String(job.id) } as never}>
          {t("same.see")}
        </Link>
      </p>
    </div>
  );
};

/** The place for a file: to drop it on, or to choose it with the keyboard. */
export const DropFile = ({
  replaces,
}: {
  readonly replaces: { readonly id: number; readonly file: string } | null;
}) => {
  const { t } = useTranslation("imports");
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const { state, start, stop } = useUpload(replaces?.id ?? null);
  const take = (files: FileList | null): void => {
    const file = files?.[0];
    if (file === undefined) return;
    if (files!.length > 1) notify({ says: t("drop.several", { file: file.name }) });
    start(file);
  };
  const drag = (event: DragEvent, isOver: boolean): void => {
    event.preventDefault();
    setOver(isOver);
  };
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{t(replaces === null ? "drop.title" : "drop.replaceTitle")}</h2>
      {replaces !== null && <p>{t("drop.replaceSays", { file: replaces.file })}</p>}
      <div role="status">
        <After state={state} />
      </div>
      {state.is === "sending" ? (
        <div className="sending">
          <p>{t("sending", { file: state.file })}</p>
          <progress value={state.part} aria-label={t("sending", { file: state.file })} />
          <p className="actions">
            <span className="quiet">{t("sendingPart", { percent: Math.round(state.part * 100) })}</span>
            <Button look="second" onClick={stop}>
              {t("stop")}
            </Button>
          </p>
        </div>
      ) : (
        <div
          className={over ? "drop over" : "drop"}
          onDragOver={(event) => drag(event, true)}
          onDragLeave={(event) => drag(event, false)}
          onDrop={(event) => {
            drag(event, false);
            take(event.dataTransfer.files);
          }}
        >
          <span>{t("drop.here")}</span>
          <Button onClick={() => input.current?.click()}>{t("drop.choose")}</Button>
          <input
            ref={input}
            type="file"
            hidden
            accept=".csv,.txt,.json,.ndjson,.gz,.zip,text/csv"
            onChange={(event) => {
              take(event.target.files);
              // The same file again is a choice too.
              event.target.value = "";
            }}
          />
        </div>
      )}
      <details>
        <summary>{t("drop.columns")}</summary>
        <p>{t("drop.columnsSay", { names: COLUMNS })}</p>
        <p>{t("drop.formatsSay")}</p>
      </details>
    </section>
  );
};
