import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import type { Feature } from "../../app/feature.ts";
import strings from "./accounts.en-GB.json" with { type: "json" };

/** Who may sign in, and as what: looked after by administrators. */
export const accounts: Feature = {
  name: "accounts",
  strings,
  nav: { to: "/accounts" },
  needs: "account.read",
  routes: (parent) => [
    createRoute({
      getParentRoute: () => parent,
      path: "/accounts",
      component: lazyRouteComponent(() => import("./accounts-page.tsx"), "AccountsPage"),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: "/accounts/new",
      component: lazyRouteComponent(() => import("./new-account-page.tsx"), "NewAccountPage"),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: "/accounts/$id",
      component: lazyRouteComponent(() => import("./account-page.tsx"), "AccountPage"),
    }),
  ],
};
