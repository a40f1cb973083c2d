import type { Person } from "@concord/exchange/api";
import { useTranslation } from "react-i18next";
import { ScrolledTable } from "../ui/table.tsx";
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

const COLUMNS = ["from", "to", "directed", "supplied"] as const;
const NUMBERS = new Set<string>(["directed", "supplied"]);

/** Everything that the chart draws, in numbers and dates. */
export const DoseTable = ({ person, levels, days }: DoseTableProps) => {
  const { t } = useTranslation("person");
  const { sayBand, sayDate } = useWords();
  const { sayDirected } = useSaidDose();
  return (
    <>
      {levels.length > 0 && (
        <ScrolledTable
          className="levels"
          label={t("chart.tableLabel")}
          columns={COLUMNS}
          says={(one) => t(`chart.${one}`)}
          numbers={NUMBERS}
        >
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
        </ScrolledTable>
      )}
      <Beside person={person} days={days} />
    </>
  );
};
