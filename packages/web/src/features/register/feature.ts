import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { practiceQuery } from "../../api/practice.ts";
import { registerFacetsQuery, registerQuery } from "../../api/register.ts";
import type { Feature } from "../../app/feature.ts";
import strings from "./register.en-GB.json" with { type: "json" };
import { placeOf, unseenOf } from "../../app/unseen.ts";
import { askedOf, EVERYONE, registerSearch } from "./register-search.ts";

export const register: Feature = {
  name: "register",
  strings,
  nav: { to: "/register" },
  needs: "register.read",
  routes: (parent, queryClient) => [
    createRoute({
      getParentRoute: () => parent,
      path: "/register",
      validateSearch: (raw: Record<string, unknown>) => placeOf(registerSearch(raw)).search,
      // Asked for while the code of the page is still on its way.
      loader: ({ location }) => {
        const first = askedOf(registerSearch({ ...location.search, ...unseenOf(location.state) }));
        for (const query of [registerQuery(first), registerQuery(EVERYONE)]) void queryClient.prefetchQuery(query);
        void queryClient.prefetchQuery(practiceQuery());
        void queryClient.prefetchQuery(registerFacetsQuery());
      },
      component: lazyRouteComponent(() => import("./register-page.tsx"), "RegisterPage"),
    }),
  ],
};
