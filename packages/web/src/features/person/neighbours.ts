import type { RegisterPage } from "@concord/exchange/api";
import { useQuery } from "@tanstack/react-query";
import { registerQuery } from "../../api/register.ts";
import type { Search } from "../../app/address.ts";

export interface Neighbour {
  readonly key: string;
  readonly search: Search;
}

/** The page of the register that a search names. */
const pageOf = (search: Search): number => Math.max(1, Number(search["page"] ?? 1) || 1);

/** The same with the order said that the register shows when its address says none. */
const ordered = (search: Search): Search => ({ sort: "directed", order: "down", ...search });

const onPage = (search: Search, page: number): Search => {
  const { page: _, ...rest } = search;
  return page === 1 ? rest : { ...rest, page: String(page) };
};

const usePage = (search: Search, page: number, wanted: boolean): RegisterPage | undefined => {
  const { data, isPlaceholderData } = useQuery({
    ...registerQuery(ordered(onPage(search, page))),
    enabled: wanted,
  });
  return isPlaceholderData ? undefined : data;
};

/** Who stands before and after a person in the list that they were opened from; null at its ends. */
export const useNeighbours = (
  key: string,
  search: Search,
): { readonly previous: Neighbour | null; readonly next: Neighbour | null } => {
  const page = pageOf(search);
  const here = usePage(search, page, true);
  const at = here?.rows.findIndex((row) => row.key === key) ?? -1;
  const first = at === 0 && page > 1;
  const last = here !== undefined && at === here.rows.length - 1 && page * here.size < here.total;
  const before = usePage(search, page - 1, first);
  const after = usePage(search, page + 1, at !== -1 && last);
  const to = (row: { readonly key: string } | undefined, number: number): Neighbour | null =>
    row === undefined ? null : { key: row.key, search: onPage(search, number) };
  if (here === undefined || at === -1) return { previous: null, next: null };
  return {
    previous: first ? to(before?.rows.at(-1), page - 1) : to(here.rows[at - 1], page),
    next: last ? to(after?.rows[0], page + 1) : to(here.rows[at + 1], page),
  };
};
