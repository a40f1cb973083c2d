import type { Action } from "@concord/exchange/api";
import type { QueryClient } from "@tanstack/react-query";
import type { AnyRoute } from "@tanstack/react-router";

/** The words of a part of the pages: keys to texts, as deep as wanted. */
export interface Strings {
  readonly [key: string]: string | Strings;
}

/** What waits behind a place in the navigation, in number. */
export type Badge = "unread-texts" | "unreviewed-access";

/**
 * One part of the pages: a folder with its routes, words and components. A feature imports no other feature; what two
 * of them need lies in ui/, words/, refer/, picture/, log/, session/, signing-in/ or api/.
 */
export interface Feature {
  /** Also the namespace of its words. */
  readonly name: string;
  readonly strings: Strings;
  /** Where the feature has a place in the navigation; its words have the key `nav`. */
  readonly nav?: { readonly to: string; readonly badge?: Badge; readonly home?: false };
  /** Its pages are for those alone who may do this. The first such of the navigation is their home, unless it is nobody's. */
  readonly needs?: Action;
  /** Its pages are for those too who are not signed in. */
  readonly open?: true;
  readonly routes: (parent: AnyRoute, queryClient: QueryClient) => readonly AnyRoute[];
}
