import { useRouterState } from "@tanstack/react-router";
import { who } from "../session/who.ts";
import { readSearch, writeSearch, type Search } from "./address.ts";

/** Filters whose values name people, or may. */
export const UNSEEN = ["prescriber", "search"] as const;

/**
 * What a page was asked for and must not stand in its address, since addresses are kept by browsers, proxies and logs:
 * it is kept with the entry of this tab's history, so that going back and a reload find it again.
 */
export type Unseen = { readonly [name in (typeof UNSEEN)[number]]?: string };

/** What an entry of the history keeps so; nothing of it where something else was written there, or by another account. */
export const unseenOf = (state: unknown): Unseen => {
  const kept = (state as { readonly unseen?: unknown } | null | undefined)?.unseen;
  if (typeof kept !== "object" || kept === null) return {};
  const { of } = kept as { readonly of?: unknown };
  if (of !== undefined && of !== who()) return {};
  return Object.fromEntries(
    UNSEEN.flatMap((name) => {
      const value = (kept as Readonly<Record<string, unknown>>)[name];
      return typeof value === "string" && value !== "" ? [[name, value]] : [];
    }),
  );
};

export const useUnseen = (): Unseen =>
  unseenOf(useRouterState({ select: ({ location }) => location.state as unknown }));

/** A search in its two parts, as links and navigation take it: what the address shows, and what it does not. */
export const placeOf = (
  search: Readonly<Record<string, unknown>>,
): { readonly search: Search; readonly state: object } => {
  const { prescriber, search: sought, ...seen } = search;
  const unseen = unseenOf({ unseen: { prescriber, search: sought } });
  return {
    search: seen as Search,
    state: Object.keys(unseen).length === 0 ? {} : { unseen: { ...unseen, of: who() } },
  };
};

/** An address that names someone all the same, as an old one may: it opens without the name, and ceases to have it. */
export const clearAddress = (): void => {
  const { pathname, search, hash } = location;
  const asked = readSearch(search);
  if (!UNSEEN.some((name) => name in asked)) return;
  history.replaceState(history.state, "", `${pathname}${writeSearch(placeOf(asked).search)}${hash}`);
};
