import type { Person } from "@concord/exchange/api";
import { useId, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { isPersonKey } from "../api/people.ts";
import { Button } from "../ui/button.tsx";
import { dayOf } from "../words/dates.ts";
import { useWords } from "../words/use-words.ts";
import { isoOf } from "./chart/days.ts";
import { changeFrom, levelOn, type Level } from "./chart/levels.ts";
import { useSaidDose } from "./words/use-said-dose.ts";
import { Working } from "./working.tsx";

interface DayReaderProps {
  readonly person: Person;
  readonly levels: readonly Level[];
  readonly days: readonly [number, number];
  readonly day: number;
  readonly onDay: (day: number) => void;
}

/** Each medicine's part in the dose of a day, where there are several; and what has no number on it. */
const Parts = ({ person, day }: { readonly person: Person; readonly day: number }) => {
  const { t } = useTranslation("person");
  const { sayDirected } = useSaidDose();
  const row = person.timeline.find(({ from, to }) => dayOf(from) <= day && day < dayOf(to));
  const parts = row?.bySubstance.filter(({ directed }) => directed.max > 0) ?? [];
  if (parts.length < 2 && (row?.unconverted.length ?? 0) === 0) return null;
  return (
    <ul className="parts">
      {parts.length > 1 &&
        parts.map(({ substance, directed }) => (
          <li key={substance}>
            {t("reader.part", { substance, directed: sayDirected({ ...directed, atLeast: false }) })}
          </li>
        ))}
      {row?.unconverted.map(({ product, code }) => (
        <li key={`${product}${code}`}>{t("reader.unconverted", { product })}</li>
      ))}
    </ul>
  );
};

/** The dose on any day: with the arrow keys, the pointer on the chart, or from one change to the next. */
export const DayReader = ({ person, levels, days: [from, to], day, onDay }: DayReaderProps) => {
  const { t } = useTranslation("person");
  const { sayDate } = useWords();
  const { sayDirected, saySupplied } = useSaidDose();
  const [workingOn, setWorkingOn] = useState<string | null>(null);
  const id = useId();
  const level = levelOn(levels, day);
  const date = sayDate(isoOf(day));
  const directed = level === null ? t("reader.noOpioid") : sayDirected(level);
  const supplied = level === null ? t("reader.noOpioid") : saySupplied(level.supplied);
  const leap = (event: KeyboardEvent): void => {
    if (event.key !== "PageUp" && event.key !== "PageDown") return;
    event.preventDefault();
    const by = Math.max(7, Math.round((to - from) / 20)) * (event.key === "PageUp" ? 1 : -1);
    onDay(Math.max(from, Math.min(to, day + by)));
  };
  const step = (towards: -1 | 1, says: string, sign: string) => {
    const change = changeFrom(levels, day, towards);
    const there = change === null || change < from || change > to ? null : change;
    return (
      <button
        type="button"
        className="step"
        aria-label={says}
        title={says}
        aria-disabled={there === null}
        onClick={() => there !== null && onDay(there)}
      >
        {sign}
      </button>
    );
  };
  return (
    <div className="reader">
      <label htmlFor={id} className="unseen">
        {t("reader.label")}
      </label>
      <div className="slide no-print">
        {step(-1, t("reader.previous"), "‹")}
        <input
          id={id}
          type="range"
          min={from}
          max={to}
          value={day}
          aria-valuetext={t("reader.value", { date, directed, supplied })}
          aria-describedby={`${id}-hint`}
          onChange={(event) => onDay(Number(event.target.value))}
          onKeyDown={leap}
        />
        {step(1, t("reader.next"), "›")}
      </div>
      <span hidden id={`${id}-hint`}>
        {t("reader.hint")}
      </span>
      <div className="reading">
        <b className="reading-day">{date}</b>
        <dl>
          <div>
            <dt>{t("reader.directed")}</dt>
            <dd>{directed}</dd>
          </div>
          <div>
            <dt>{t("reader.supplied")}</dt>
            <dd>{supplied}</dd>
          </div>
        </dl>
        {day !== to && isPersonKey(person.key) && (
          <Button look="link" onClick={() => setWorkingOn(isoOf(day))}>
            {t("working.ofDay", { date })}
          </Button>
        )}
      </div>
      <Parts person={person} day={day} />
      {workingOn !== null && (
        <section className="working-of-day" aria-labelledby={`${id}-working`}>
          <h3 id={`${id}-working`}>{t("working.titleOfDay", { date: sayDate(workingOn) })}</h3>
          <Working of={person.key} on={workingOn} />
          <Button look="link" onClick={() => setWorkingOn(null)}>
            {t("working.close")}
          </Button>
        </section>
      )}
    </div>
  );
};
