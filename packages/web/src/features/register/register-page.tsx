import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { practiceQuery } from "../../api/practice.ts";
import { registerFacetsQuery, registerQuery } from "../../api/register.ts";
import { ApiProblem } from "../../api/api-problem.ts";
import { ReferDialog } from "../../refer/refer-dialog.tsx";
import { May } from "../../session/may.tsx";
import { Button } from "../../ui/button.tsx";
import { SelectField } from "../../ui/field.tsx";
import { useMay } from "../../session/use-session.ts";
import { Page } from "../../ui/page.tsx";
import { Paging } from "../../ui/paging.tsx";
import { Answer, Empty } from "../../ui/states.tsx";
import { useWords } from "../../words/use-words.ts";
import { AppliedFilters } from "./applied-filters.tsx";
import { Counts } from "./counts.tsx";
import { Export } from "./export.tsx";
import { Filters } from "./filters.tsx";
import { Invitations } from "./invitations.tsx";
import { PeopleTable } from "./people-table.tsx";
import "./register.css";
import { askedOf, EVERYONE, sortOf, SORTS, type Order, type Sort } from "./register-search.ts";
import { SavedFilters } from "./saved-filters.tsx";
import { useRegisterSearch } from "./use-register-search.ts";

const OrderBy = () => {
  const { t } = useTranslation("register");
  const { search, set } = useRegisterSearch();
  const { sort, order } = sortOf(search);
  const choices = SORTS.flatMap((one) =>
    (["down", "up"] as const).map((way) => ({ value: `${one}-${way}`, says: t(`order.${one}-${way}`) })),
  );
  return (
    <SelectField
      label={t("order.label")}
      value={`${sort}-${order}`}
      choices={choices}
      onChange={(value) => {
        const [by, way] = value.split("-") as [Sort, Order];
        set({ sort: by, order: way });
      }}
    />
  );
};

const ReferAnyone = () => {
  const { t } = useTranslation("register");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="small" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t("referAnyone")}
      </Button>
      {open && <ReferDialog of={null} referred={false} onClose={() => setOpen(false)} />}
    </>
  );
};

const NoRecords = () => {
  const { t } = useTranslation("register");
  return (
    <div className="card">
      <Empty says={t("none.says")}>
        <May do="import.change">
          <Link to="/imports" className="button">
            {t("none.todo")}
          </Link>
        </May>
      </Empty>
    </div>
  );
};

const People = () => {
  const { t } = useTranslation("register");
  const { search, clear } = useRegisterSearch();
  const page = useQuery(registerQuery(askedOf(search)));
  const facets = useQuery(registerFacetsQuery());
  return (
    <>
      <div className="card find no-print">
        <Filters page={page.data} facets={facets.data} />
        <May do="filters.read">
          <SavedFilters />
        </May>
      </div>
      <div className="over-table">
        <div>
          <p className="found" role="status">
            {page.data !== undefined &&
              (page.data.total === page.data.onRegister
                ? t("foundAll", { count: page.data.total })
                : t("found", { count: page.data.total, all: page.data.onRegister }))}
          </p>
          <AppliedFilters />
        </div>
        <div className="actions no-print">
          <OrderBy />
          <May do="register.export">
            <Export />
          </May>
        </div>
      </div>
      <div
        className={page.isPlaceholderData ? "card table-card stale" : "card table-card"}
        aria-busy={page.isPlaceholderData}
      >
        <Answer of={page} lines={12}>
          {(data) =>
            data.rows.length === 0 ? (
              <Empty says={t("nobody.says")}>
                <Button look="second" onClick={clear}>
                  {t("applied.clear")}
                </Button>
              </Empty>
            ) : (
              <>
                <PeopleTable page={data} />
                <Paging page={data.page} size={data.size} total={data.total} />
              </>
            )
          }
        </Answer>
      </div>
      <p className="quiet" id="order">
        {t("order.says")}
      </p>
    </>
  );
};

export const RegisterPage = () => {
  const { t } = useTranslation("register");
  const { sayDate } = useWords();
  const { search } = useRegisterSearch();
  const all = useQuery(registerQuery(EVERYONE));
  const { data: practice } = useQuery(practiceQuery());
  const may = useMay();
  // Somebody who has to give a reason for anyone else sees a list of their own, and not the practice.
  const own = may("access.ask") && !may("register.export");
  const nobody = own && all.data?.onRegister === 0;
  const noneYet = all.error instanceof ApiProblem && all.error.code === "no-register-yet";
  const beside = all.data !== undefined && practice !== undefined && (
    <p>
      {t(own ? "list.says" : "says", {
        current: all.data.current,
        date: sayDate(all.data.asOf),
        all: all.data.onRegister,
        table: practice.table.name,
      })}
    </p>
  );
  return (
    <Page
      title={t(own ? "list.title" : "title")}
      beside={
        <>
          {beside}
          <div className="actions no-print">
            <May do="referral.change">
              <ReferAnyone />
            </May>
          </div>
        </>
      }
    >
      {practice?.building === true && (
        <p className="note" role="status">
          {t("building")}
        </p>
      )}
      {noneYet && <NoRecords />}
      {nobody && <p className="note">{t("list.nobody")}</p>}
      {!noneYet && !nobody && (
        <>
          {all.data === undefined ? (
            all.error === null && <div className="counts-wait" />
          ) : (
            <Counts
              all={all.data}
              practice={practice}
              now={search}
              invitations={
                <May do="invitations.read">
                  <Invitations />
                </May>
              }
            />
          )}
          <People />
        </>
      )}
    </Page>
  );
};
