import type { Basket, RegisterFacets, RegisterPage, SavedFilter } from "@concord/exchange/api";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { get, send } from "./client.ts";

/** One page of the register; `query` is what stands behind the question mark, in the words of the service. */
export const registerQuery = (query: string) =>
  queryOptions({
    queryKey: ["register", query],
    queryFn: ({ signal }) => get<RegisterPage>(`/api/register${query}`, signal),
    placeholderData: keepPreviousData,
  });

export const registerFacetsQuery = () =>
  queryOptions({
    queryKey: ["register-facets"],
    queryFn: ({ signal }) => get<RegisterFacets>("/api/register/facets", signal),
  });

export const savedFiltersQuery = () =>
  queryOptions({
    queryKey: ["saved-filters"],
    queryFn: ({ signal }) => get<{ filters: SavedFilter[] }>("/api/saved-filters", signal),
  });
export const saveFilter = async (name: string, filter: string): Promise<SavedFilter> =>
  send("POST", "/api/saved-filters", { name, filter });
export const forgetFilter = async (id: number): Promise<void> => send("DELETE", `/api/saved-filters/${id}`);

export const basketQuery = (month: string) =>
  queryOptions({
    queryKey: ["basket", month],
    queryFn: ({ signal }) => get<Basket>(`/api/basket?month=${month}`, signal),
  });
const place = (month: string, person: string): string => `/api/basket/${month}/${encodeURIComponent(person)}`;
export const putInBasket = async (month: string, person: string): Promise<Basket> => send("PUT", place(month, person));
export const takeFromBasket = async (month: string, person: string): Promise<Basket> =>
  send("DELETE", place(month, person));
export const setCapacity = async (capacity: number): Promise<unknown> =>
  send("PUT", "/api/basket/capacity", { capacity });
