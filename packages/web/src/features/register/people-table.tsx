import type { RegisterPage, RegisterRow } from "@concord/exchange/api";
import { Link } from "@tanstack/react-router";
import { Fragment, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { ReferButton } from "../../refer/refer-button.tsx";
import { Button } from "../../ui/button.tsx";
import { sayAverageMg, useWords } from "../../words/use-words.ts";
import { InviteButton } from "./invitations.tsx";
import { FIRST_ORDER, sortOf, type Sort } from "./register-search.ts";
import { Sparkline } from "./sparkline.tsx";
import { useRegisterSearch } from "./use-register-search.ts";
import { Why } from "./why.tsx";

const Heading = ({
  sort,
  label,
  number = false,
}: {
  readonly sort: Sort;
  readonly label: string;
  readonly number?: boolean;
}) => {
  const { search, set } = useRegisterSearch();
  const now = sortOf(search);
  const chosen = now.sort === sort;
  const next = chosen ? (now.order === "up" ? "down" : "up") : FIRST_ORDER[sort];
  return (
    <th
      scope="col"
      role="columnheader"
      className={number ? "number" : undefined}
      aria-sort={chosen ? (now.order === "up" ? "ascending" : "descending") : undefined}
    >
      <button type="button" onClick={() => set({ sort, order: next })}>
        {label}
        <span className="arrow" aria-hidden="true" />
      </button>
    </th>
  );
};

const COLUMNS = 9;

const PersonRow = ({ row, asOf }: { readonly row: RegisterRow; readonly asOf: string }) => {
  const { t } = useTranslation("register");
  const { nameFinding, sayBand, sayDate, sayDuration, sayWho } = useWords();
  const [open, setOpen] = useState(false);
  const id = useId();
  const who = sayWho(row.age, row.sex);
  return (
    <Fragment>
      <tr role="row" className={open ? "opened" : undefined}>
        <th role="rowheader" scope="row">
          <Link to="/people/$key" params={{ key: row.key } as never} search={true as never} state={true as never}>
            {row.person}
          </Link>
          {who !== "" && <span className="under">{who}</span>}
        </th>
        <td
          role="cell"
          className={row.directed.max === 0 ? "number words" : "number"}
          data-label={t("table.directedShort")}
        >
          <b>{sayBand(row.directed, row.atLeast, row.notReadable)}</b>
        </td>
        <td role="cell" className="number" data-label={t("table.suppliedShort")}>
          <span>{sayAverageMg(row.supplied)}</span>
        </td>
        <td role="cell" className="over-time">
          <Sparkline spark={row.spark} asOf={asOf} />
        </td>
        <td role="cell" data-label={t("table.opioids")}>
          <span>{(row.substances.length > 0 ? row.substances : row.medicines).join(", ")}</span>
        </td>
        <td role="cell" className="since" data-label={t("table.since")}>
          {row.since === null ? (
            <span className="quiet">{t("table.notCurrent")}</span>
          ) : (
            <span className="pair">
              <span>{sayDuration(row.since, asOf)}</span>
              <span className="under">{sayDate(row.since)}</span>
            </span>
          )}
        </td>
        <td role="cell" data-label={t("table.lastIssue")}>
          <span className="pair">
            <span className="date">{row.lastIssue === null ? t("table.notKnown") : sayDate(row.lastIssue)}</span>
            {row.prescriber !== null && <span className="under">{row.prescriber}</span>}
          </span>
        </td>
        <td role="cell" className="chips" data-label={t("table.findings")}>
          {[...new Map(row.findings.map((one) => [one.code, one])).values()].map((one) => (
            <Fragment key={one.code}>
              <span className="chip" title={one.title}>
                {nameFinding(one.code)}
              </span>{" "}
            </Fragment>
          ))}
          {row.findings.length > 0 && (
            <Button
              look="link"
              aria-expanded={open}
              aria-controls={id}
              aria-label={t("why.openFor", { person: row.person })}
              onClick={() => setOpen(!open)}
            >
              {t("why.open")}
            </Button>
          )}
        </td>
        <td role="cell" className="do">
          <ReferButton of={row} referred={row.referred} />
          <InviteButton of={row} invited={row.inBasket} />
        </td>
      </tr>
      {open && (
        <tr role="row" className="why-row" id={id}>
          <td role="cell" colSpan={COLUMNS}>
            <Why of={row} />
          </td>
        </tr>
      )}
    </Fragment>
  );
};

/** One person a row; on a narrow screen, one person a card. Roles are said, since cards would lose them. */
export const PeopleTable = ({ page }: { readonly page: RegisterPage }) => {
  const { t } = useTranslation("register");
  return (
    <table role="table" className="people" aria-describedby="order">
      <caption className="unseen">{t("table.caption")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <Heading sort="person" label={t("table.person")} />
          <Heading sort="directed" label={t("table.directed")} number />
          <Heading sort="supplied" label={t("table.supplied")} number />
          <th role="columnheader" scope="col">
            {t("table.overTime")}
          </th>
          <th role="columnheader" scope="col">
            {t("table.opioids")}
          </th>
          <Heading sort="since" label={t("table.since")} />
          <Heading sort="lastIssue" label={t("table.lastIssue")} />
          <th role="columnheader" scope="col">
            {t("table.findings")}
          </th>
          <th role="columnheader" scope="col" className="do">
            {t("table.actions")}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {page.rows.map((row) => (
          <PersonRow key={row.key} row={row} asOf={page.asOf} />
        ))}
      </tbody>
    </table>
  );
};
