import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../../api/api-problem.ts";
import { forgetFilter, saveFilter, savedFiltersQuery } from "../../api/register.ts";
import { readSearch, writeSearch } from "../../app/address.ts";
import { placeOf } from "../../app/unseen.ts";
import { useMay } from "../../session/use-session.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { notify } from "../../ui/notices.tsx";
import { ProblemCard } from "../../ui/states.tsx";
import { useDraft } from "../../ui/use-draft.ts";
import { filtersOf, hasFilters, registerSearch, type RegisterSearch } from "./register-search.ts";
import { useRegisterSearch } from "./use-register-search.ts";

const SaveForm = () => {
  const { t } = useTranslation("register");
  const { search } = useRegisterSearch();
  const queryClient = useQueryClient();
  const { draft, change, forget } = useDraft("saved-filter", { name: "" });
  const [asked, setAsked] = useState(false);
  const save = useMutation({
    mutationFn: async (name: string) => saveFilter(name, writeSearch(filtersOf(search))),
    onSuccess: async ({ name }) => {
      forget();
      setAsked(false);
      notify({ says: t("saved.done", { name }) });
      await queryClient.invalidateQueries({ queryKey: ["saved-filters"] });
    },
  });
  const taken = save.error instanceof ApiProblem && save.error.code === "name-taken";
  const missing = asked && draft.name.trim() === "";
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (draft.name.trim() !== "") save.mutate(draft.name.trim());
  };
  return (
    <form onSubmit={submit} noValidate>
      <TextField
        label={t("saved.name")}
        value={draft.name}
        maxLength={80}
        error={taken ? t("saved.taken") : missing ? t("saved.missing") : undefined}
        onChange={(event) => {
          save.reset();
          change({ name: event.target.value });
        }}
      />
      {save.error !== null && !taken && <ProblemCard error={save.error} />}
      <Button look="second" submits>
        {t("saved.save")}
      </Button>
    </form>
  );
};

/** A link where its address says all of the filter; where it names people, no address does. */
const Saved = ({ name, filter }: { readonly name: string; readonly filter: RegisterSearch }) => {
  const { open } = useRegisterSearch();
  const { search, state } = placeOf(filter);
  return Object.keys(state).length === 0 ? (
    <Link to="/register" search={search as never} resetScroll={false}>
      {name}
    </Link>
  ) : (
    <Button look="link" onClick={() => open(filter)}>
      {name}
    </Button>
  );
};

/** Filters that the practice comes back to, by name. */
export const SavedFilters = () => {
  const { t } = useTranslation("register");
  const { search } = useRegisterSearch();
  const queryClient = useQueryClient();
  const { data } = useQuery(savedFiltersQuery());
  const mayChange = useMay()("filters.change");
  const drop = useMutation({
    mutationFn: async ({ id }: { readonly id: number; readonly name: string }) => forgetFilter(id),
    onSuccess: (_, { name }) => notify({ says: t("saved.forgotten", { name }) }),
    onSettled: async () => queryClient.invalidateQueries({ queryKey: ["saved-filters"] }),
  });
  return (
    <details className="saved">
      <summary>{t("saved.title")}</summary>
      {data?.filters.length === 0 && <p className="quiet">{t("saved.none")}</p>}
      <ul className="lines">
        {data?.filters.map(({ id, name, filter }) => (
          <li key={id} className="actions">
            <Saved name={name} filter={registerSearch(readSearch(filter))} />
            {mayChange && (
              <Button look="link" aria-label={t("saved.forget", { name })} onClick={() => drop.mutate({ id, name })}>
                {t("saved.forgetShort")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayChange && hasFilters(search) && <SaveForm />}
    </details>
  );
};
