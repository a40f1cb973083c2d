import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import type { Feature } from "../../app/feature.ts";
import strings from "./own-log.en-GB.json" with { type: "json" };

/** Who has seen a patient, for the patient. */
export const ownLog: Feature = {
  name: "own-log",
  strings,
  nav: { to: "/own-log" },
  needs: "own-log.read",
  routes: (parent) => [
    createRoute({
      getParentRoute: () => parent,
      path: "/own-log",
      component: lazyRouteComponent(() => import("./own-log-page.tsx"), "OwnLogPage"),
    }),
  ],
};
