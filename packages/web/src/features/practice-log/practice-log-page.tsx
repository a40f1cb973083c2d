import type { PracticeLogLine } from "@concord/exchange/api";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { practiceLogQuery } from "../../api/log.ts";
import type { Search } from "../../app/address.ts";
import { Entries } from "../../log/entries.tsx";
import { LogFilters } from "../../log/log-filters.tsx";
import { useLogSearch } from "../../log/use-log-search.ts";
import { useSaidAction } from "../../log/use-said-action.ts";
import { May } from "../../session/may.tsx";
import { useMay } from "../../session/use-session.ts";
import { SelectField, TextField } from "../../ui/field.tsx";
import { Page } from "../../ui/page.tsx";
import { Paging } from "../../ui/paging.tsx";
import { Answer } from "../../ui/states.tsx";
import { Proof } from "./proof.tsx";

/** The instants at which a day begins and ends where the page is read. */
const spanOf = (day: string): Search => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return {};
  const [from, to] = [new Date(`${day}T00:00`), new Date(`${day}T00:00`)];
  to.setDate(to.getDate() + 1);
  return { from: from.toISOString(), to: to.toISOString() };
};

/** People by name for those who may see who they are; to others, how many they are. */
const Whom = ({ line: { people, peopleCount } }: { readonly line: PracticeLogLine }) => {
  const { t } = useTranslation("log");
  const may = useMay();
  if (people.length === 0) return peopleCount === 0 ? null : t("people", { count: peopleCount });
  const to = may("person-log.read") ? "/people/$key/access-log" : null;
  return (
    <span className="pair">
      {people.map(({ person, key }) =>
        to === null ? (
          <span key={key} className="one">
            {person}
          </span>
        ) : (
          <Link key={key} className="one" to={to} params={{ key } as never}>
            {person}
          </Link>
        ),
      )}
      {peopleCount > people.length && (
        <span className="under">{t("others", { count: peopleCount - people.length })}</span>
      )}
    </span>
  );
};

export const PracticeLogPage = () => {
  const { t } = useTranslation(["practice-log", "log"]);
  const sayAction = useSaidAction();
  const search = useLogSearch();
  const answer = useQuery(practiceLogQuery({ ...search.asked, ...spanOf(search.day) }));
  return (
    <Page title={t("title")} beside={<p>{t("says")}</p>}>
      <May do="log.verify">
        <Proof />
      </May>
      <div className="card">
        <Answer of={answer} lines={8}>
          {({ entries, total, page, size, accounts, actions }) => (
            <>
              <LogFilters search={search} accounts={accounts}>
                <SelectField
                  label={t("filter.action", { ns: "log" })}
                  value={search.action}
                  choices={[
                    { value: "", says: t("filter.any", { ns: "log" }) },
                    ...actions.map((one) => ({ value: one, says: sayAction(one) })),
                  ]}
                  onChange={(value) => search.choose("action", value)}
                />
                <TextField
                  label={t("filter.day", { ns: "log" })}
                  type="date"
                  width="date"
                  value={search.day}
                  onChange={(event) => search.choose("day", event.target.value)}
                />
              </LogFilters>
              <Entries total={total} entries={entries} whom={(line) => <Whom line={line} />} />
              <Paging page={page} size={size} total={total} />
            </>
          )}
        </Answer>
      </div>
    </Page>
  );
};
