import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { practiceQuery } from "../../api/practice.ts";
import { registerFacetsQuery, registerQuery } from "../../api/register.ts";
import type { Feature } from "../../app/feature.ts";
import strings from "./register.en-GB.json" with { type: "json" };
import { EVERYONE, registerAddress, registerSearch } from "./register-search.ts";

export const register: Feature = {
  name: "register",
  strings,
  nav: { to: "/register" },
  routes: (parent, queryClient) => [
    createRoute({
      getParentRoute: () => parent,
      path: "/register",
      validateSearch: registerSearch,
      // Asked for while the code of the page is still on its way.
      loader: ({ location }) => {
        const first = registerAddress(registerSearch(location.search));
        for (const query of [registerQuery(first), registerQuery(EVERYONE)]) void queryClient.prefetchQuery(query);
        void queryClient.prefetchQuery(practiceQuery());
        void queryClient.prefetchQuery(registerFacetsQuery());
      },
      component: lazyRouteComponent(() => import("./register-page.tsx"), "RegisterPage"),
    }),
  ],
};
