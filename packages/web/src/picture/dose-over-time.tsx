import type { Person } from "@concord/exchange/api";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Empty } from "../ui/states.tsx";
import { sayMg, useWords } from "../words/use-words.ts";
import { DoseChart } from "./chart/dose-chart.tsx";
import { isoOf } from "./chart/days.ts";
import { BESIDE_PLOT } from "./chart/frame.ts";
import { daysShown, isDense, levelsOf, marksShown, type Level } from "./chart/levels.ts";
import { useWidth } from "./chart/use-width.ts";
import { DayReader } from "./day-reader.tsx";
import { DoseTable } from "./dose-table.tsx";
import { Events } from "./events.tsx";
import { Opened } from "./opened.tsx";

const useSaidChart = (levels: readonly Level[], [from, to]: readonly [number, number]): string => {
  const { t } = useTranslation("person");
  const { sayDate } = useWords();
  const most = levels.reduce<Level | null>((a, b) => (a === null || b.max > a.max ? b : a), null);
  const span = { from: sayDate(isoOf(from)), to: sayDate(isoOf(to)) };
  if (most === null || most.max === 0) return t("chart.saysNone", span);
  return t("chart.says", { ...span, mg: sayMg(most.max), date: sayDate(isoOf(most.from)) });
};

const Key = ({
  person,
  levels,
  dense,
}: {
  readonly person: Person;
  readonly levels: readonly Level[];
  readonly dense: boolean;
}) => {
  const { t } = useTranslation("person");
  return (
    <ul className="chart-key" aria-label={t("chart.key.label")}>
      <li>
        <i className="key-band" />
        {t("chart.key.band")}
      </li>
      <li>
        <i className="key-line" />
        {t(dense ? "chart.key.means" : "chart.key.supplied")}
      </li>
      {levels.some(({ atLeast }) => atLeast) && (
        <li>
          <i className="key-unknown" />
          {t("chart.key.unknown")}
        </li>
      )}
      {marksShown(levels, person.marks).map(({ mg, says, source }) => (
        <li key={mg} className="whole">
          <i className="key-mark" />
          <span>
            {t("chart.key.mark", { mg: sayMg(mg), says })} <span className="source">{source}</span>
          </span>
        </li>
      ))}
    </ul>
  );
};

/** The chart, a reader for its days, and everything that it shows in words. */
const Chart = ({ person, levels }: { readonly person: Person; readonly levels: readonly Level[] }) => {
  const { t } = useTranslation("person");
  const days = useMemo(() => daysShown(person), [person]);
  const [day, setDay] = useState(days[1]);
  const [box, width] = useWidth<HTMLDivElement>();
  const says = useSaidChart(levels, days);
  return (
    <>
      <p className="unseen">{says}</p>
      <div className="chart-box" ref={box}>
        {width > 0 && <DoseChart person={person} levels={levels} days={days} day={day} onDay={setDay} width={width} />}
      </div>
      <DayReader person={person} levels={levels} days={days} day={day} onDay={setDay} />
      <Key person={person} levels={levels} dense={isDense(levels, width - BESIDE_PLOT)} />
      {person.events.length === 0 ? (
        <p className="quiet">{t("events.none")}</p>
      ) : (
        <Opened summary={t("events.show", { count: person.events.length })}>
          <Events events={person.events} />
        </Opened>
      )}
      <Opened summary={t("chart.table")}>
        <DoseTable person={person} levels={levels} days={days} />
      </Opened>
    </>
  );
};

export const DoseOverTime = ({ person }: { readonly person: Person }) => {
  const { t } = useTranslation("person");
  const levels = useMemo(() => levelsOf(person), [person]);
  const any = levels.length + person.maintenance.length + person.elsewhere.length > 0;
  return (
    <section className="card over-time-card" aria-labelledby="over-time">
      <h2 id="over-time">{t("chart.title")}</h2>
      {any ? <Chart person={person} levels={levels} /> : <Empty says={t("chart.empty")} />}
    </section>
  );
};
