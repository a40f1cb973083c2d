import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import type { Feature } from "../../app/feature.ts";
import strings from "./rights.en-GB.json" with { type: "json" };

/** What a person may ask of the practice: a copy of everything that is kept of them, or its removal. */
export const rights: Feature = {
  name: "rights",
  strings,
  nav: { to: "/rights" },
  needs: "person.export",
  routes: (parent) => [
    createRoute({
      getParentRoute: () => parent,
      path: "/rights",
      component: lazyRouteComponent(() => import("./rights-page.tsx"), "RightsPage"),
    }),
  ],
};
