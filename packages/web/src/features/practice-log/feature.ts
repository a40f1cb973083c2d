import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import type { Feature } from "../../app/feature.ts";
import strings from "./practice-log.en-GB.json" with { type: "json" };

/** What was done in the practice, and whether the log of it is whole. */
export const practiceLog: Feature = {
  name: "practice-log",
  strings,
  nav: { to: "/log" },
  needs: "log.read",
  routes: (parent) => [
    createRoute({
      getParentRoute: () => parent,
      path: "/log",
      component: lazyRouteComponent(() => import("./practice-log-page.tsx"), "PracticeLogPage"),
    }),
  ],
};
