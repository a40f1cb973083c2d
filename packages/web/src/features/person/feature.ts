import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { isPersonKey, personQuery } from "../../api/people.ts";
import type { Feature } from "../../app/feature.ts";
import strings from "./person.en-GB.json" with { type: "json" };

/**
 * One person on one screen. What stands behind the question mark of its address, and with its entry in the history, is
 * the register's own: the list that the person was opened from, which the next and the previous person come from.
 */
export const person: Feature = {
  name: "person",
  strings,
  needs: "person.read",
  routes: (parent, queryClient) => [
    createRoute({
      getParentRoute: () => parent,
      path: "/people/$key",
      loader: ({ params }) => {
        if (isPersonKey(params.key)) void queryClient.prefetchQuery(personQuery(params.key));
      },
      component: lazyRouteComponent(() => import("./person-page.tsx"), "PersonPage"),
    }),
  ],
};
