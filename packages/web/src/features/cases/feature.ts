import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import type { Feature } from "../../app/feature.ts";
import strings from "./cases.en-GB.json" with { type: "json" };

/** People who are shared with an adviser or an evaluator. */
export const cases: Feature = {
  name: "cases",
  strings,
  nav: { to: "/cases" },
  needs: "case.read",
  routes: (parent) => [
    createRoute({
      getParentRoute: () => parent,
      path: "/cases",
      component: lazyRouteComponent(() => import("./cases-page.tsx"), "CasesPage"),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: "/cases/$id",
      component: lazyRouteComponent(() => import("./case-page.tsx"), "CasePage"),
    }),
  ],
};
