import type { AccessLogLine, Role } from "@concord/exchange/api";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Empty } from "../ui/states.tsx";
import { StackedTable } from "../ui/table.tsx";
import { useSayRoles } from "../words/use-say-roles.ts";
import { useWords } from "../words/use-words.ts";
import "./log.css";
import { useSaidAction } from "./use-said-action.ts";

const COMMAND_LINE = "command-line";

const Who = ({ line: { who, roles, purpose } }: { readonly line: AccessLogLine }) => {
  const { t, i18n } = useTranslation("log");
  const sayRoles = useSayRoles();
  if (roles.includes(COMMAND_LINE)) return <span>{t("commandLine")}</span>;
  return (
    <span className="pair">
      <span>{roles.length === 0 && who === "" ? t("service") : who}</span>
      {roles.length > 0 && <span className="under">{sayRoles(roles as Role[])}</span>}
      {i18n.exists(`log:purpose.${purpose}`) && <span className="under">{t(`purpose.${purpose}`)}</span>}
    </span>
  );
};

const What = ({ line }: { readonly line: AccessLogLine }) => {
  const { t } = useTranslation("log");
  const sayAction = useSaidAction();
  const { action, outcome, why, everybody } = line;
  return (
    <span className="pair">
      <span>
        {outcome !== "done" && <span className="tag">{t(outcome)}</span>} {sayAction(action)}
      </span>
      {everybody && <span className="under">{t("everybody")}</span>}
      {why !== "" && (
        <span className="under">
          {t("whyOf")} <q>{why}</q>
        </span>
      )}
    </span>
  );
};

interface EntriesProps<Line extends AccessLogLine> {
  readonly total: number;
  readonly entries: readonly Line[];
  /** Whose records, where the log is of more than one person. */
  readonly whom?: (line: Line) => ReactNode;
}

/** Entries of the log as a table: what was refused stands out by a word. */
export const Entries = <Line extends AccessLogLine>({ total, entries, whom }: EntriesProps<Line>) => {
  const { t } = useTranslation("log");
  const { sayInstant } = useWords();
  if (entries.length === 0) return <Empty says={t("none")} />;
  const headings = ["when", "who", "what", ...(whom === undefined ? [] : ["whom"]), "from"];
  return (
    <>
      <p className="quiet">{t("count", { count: total })}</p>
      <StackedTable className="log" label={t("label")} columns={headings} says={(one) => t(one)}>
        {entries.map((line) => (
          <tr role="row" key={line.number} className={line.outcome === "done" ? undefined : "not-done"}>
            <th role="rowheader" scope="row">
              {sayInstant(line.at)}
            </th>
            <td role="cell" data-label={t("who")}>
              <Who line={line} />
            </td>
            <td role="cell" data-label={t("what")}>
              <What line={line} />
            </td>
            {whom !== undefined && (
              <td role="cell" data-label={t("whom")}>
                {whom(line)}
              </td>
            )}
            <td role="cell" data-label={t("from")}>
              {line.fromWhere}
            </td>
          </tr>
        ))}
      </StackedTable>
    </>
  );
};
