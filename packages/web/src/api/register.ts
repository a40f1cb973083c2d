import type { Basket, RegisterFacets, RegisterPage, SavedFilter } from "@concord/exchange/api";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Search } from "../app/address.ts";
import { ask, askFile, get, send } from "./client.ts";

/** One page of the register, asked for in the words of the service. */
export const registerQuery = (asked: Search) =>
  queryOptions({
    queryKey: ["register", asked],
    queryFn: ({ signal }) => ask<RegisterPage>("/api/register", asked, signal),
    placeholderData: keepPreviousData,
  });

/** The people that filters find, as a table. */
export const registerTable = async (filters: Search) => askFile("/api/register/export.csv", filters);

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
const place = (month: string, key: string): string => `/api/basket/${month}/${key}`;
export const putInBasket = async (month: string, key: string): Promise<Basket> => send("PUT", place(month, key));
export const takeFromBasket = async (month: string, key: string): Promise<Basket> => send("DELETE", place(month, key));
export const setCapacity = async (capacity: number): Promise<unknown> =>
  send("PUT", "/api/basket/capacity", { capacity });
