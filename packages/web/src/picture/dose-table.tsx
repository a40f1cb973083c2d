import type { Person } from "@concord/exchange/api";
import { useTranslation } from "react-i18next";
import { sayAverageMg, useWords } from "../words/use-words.ts";
import { isoOf } from "./chart/days.ts";
import { barsUnder, type Level } from "./chart/levels.ts";
import { useLists } from "./words/use-lists.ts";
import { useSaidDose } from "./words/use-said-dose.ts";

interface DoseTableProps {
  readonly person: Person;
  readonly levels: readonly Level[];
  readonly days: readonly [number, number];
}

const Beside = ({ person, days: [from, to] }: Omit<DoseTableProps, "levels">) => {
  const { t } = useTranslation("person");
  const { sayDate } = useWords();
  const { sayAll } = useLists();
  const bars = barsUnder(person, from, to);
  if (bars.length === 0) return null;
  return (
    <table className="plain">
      <caption>{t("chart.besideLabel")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("chart.beside")}</th>
          <th scope="col">{t("chart.when")}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ kind, name, spans }) => (
          <tr key={`${kind}${name}`}>
            <th scope="row">{name}</th>
            <td>
              {sayAll(
                spans.map(([start, end]) =>
                  t("chart.span", { from: sayDate(isoOf(start)), to: sayDate(isoOf(end - 1)) }),
                ),
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** Everything that the chart draws, in numbers and dates. */
export const DoseTable = ({ person, levels, days }: DoseTableProps) => {
  const { t } = useTranslation("person");
  const { sayBand, sayDate } = useWords();
  const { sayDirected } = useSaidDose();
  return (
    <>
      {levels.length > 0 && (
        <div className="scroll tall" role="region" aria-label={t("chart.tableLabel")} tabIndex={0}>
          <table className="plain levels">
            <caption className="unseen">{t("chart.tableLabel")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("chart.from")}</th>
                <th scope="col">{t("chart.to")}</th>
                <th scope="col" className="number">
                  {t("chart.directed")}
                </th>
                <th scope="col" className="number">
                  {t("chart.supplied")}
                </th>
              </tr>
            </thead>
            <tbody>
              {levels.toReversed().map(({ from, to, min, max, atLeast, supplied }) => (
                <tr key={from}>
                  <th scope="row">{sayDate(isoOf(from))}</th>
                  <td>{sayDate(isoOf(to - 1))}</td>
                  <td className="number">
                    {max === 0 ? sayDirected({ min, max, atLeast }) : sayBand({ min, max }, atLeast)}
                  </td>
                  <td className="number">{supplied === null ? t("dose.unknown") : sayAverageMg(supplied)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Beside person={person} days={days} />
    </>
  );
};
