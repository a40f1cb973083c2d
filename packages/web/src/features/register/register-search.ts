import type { RegisterFilter } from "@concord/exchange/api";
import type { Search } from "../../app/address.ts";

/** Filters whose value is one text; `finding` may stand several times. */
export const SINGLE_FILTERS = [
  "doseMin",
  "doseMax",
  "substance",
  "ageBand",
  "prescriber",
  "lastIssueFrom",
  "lastIssueTo",
  "current",
  "referred",
  "basket",
  "search",
] as const satisfies readonly (keyof RegisterFilter)[];
export type SingleFilter = (typeof SINGLE_FILTERS)[number];

export const SORTS = ["directed", "supplied", "person", "since", "lastIssue", "age"] as const;
export type Sort = (typeof SORTS)[number];
export type Order = "up" | "down";

/** The state of the register, to be gone back to: in the address, but for what names people. */
export type RegisterSearch = { readonly [name in SingleFilter]?: string } & {
  readonly finding?: readonly string[];
  readonly sort?: Sort;
  readonly order?: Order;
  readonly page?: string;
};

/** What a person would expect at the first press of a heading. */
export const FIRST_ORDER: Readonly<Record<Sort, Order>> = {
  directed: "down",
  supplied: "down",
  person: "up",
  since: "up",
  lastIssue: "down",
  age: "down",
};

const text = (value: unknown): string | undefined => {
  const one = Array.isArray(value) ? value[0] : value;
  return one === undefined || one === null || one === "" ? undefined : String(one);
};

/** What an address and its entry in the history ask for; what the register does not know is dropped, never an error. */
export const registerSearch = (raw: Record<string, unknown>): RegisterSearch => {
  const search: Record<string, unknown> = {};
  for (const name of SINGLE_FILTERS) {
    const value = text(raw[name]);
    if (value !== undefined) search[name] = value;
  }
  const findings = [raw["finding"] ?? []].flat().map(String);
  if (findings.length > 0) search["finding"] = [...new Set(findings)];
  const sort = SORTS.find((one) => one === text(raw["sort"]));
  if (sort !== undefined) search["sort"] = sort;
  const order = text(raw["order"]);
  if (order === "up" || order === "down") search["order"] = order;
  const page = Number(text(raw["page"]) ?? 1);
  if (Number.isInteger(page) && page > 1) search["page"] = String(page);
  return search;
};

/** The filters alone, as they are saved and exported. */
export const filtersOf = (search: RegisterSearch): RegisterSearch => {
  const { sort: _sort, order: _order, page: _page, ...filters } = search;
  return filters;
};

export const hasFilters = (search: RegisterSearch): boolean => Object.keys(filtersOf(search)).length > 0;

export const sortOf = ({
  sort = "directed",
  order,
}: RegisterSearch): { readonly sort: Sort; readonly order: Order } => ({
  sort,
  order: order ?? FIRST_ORDER[sort],
});

/** What the service is asked: the sort is always said, since its own first order is not ours for every sort. */
export const askedOf = (search: RegisterSearch): Search => ({ ...search, ...sortOf(search) });

/** Everyone, unfiltered: what the counts at the head are of. */
export const EVERYONE: Search = { size: "1" };
