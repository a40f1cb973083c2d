import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import type { Feature } from "../../app/feature.ts";
import strings from "./access-log.en-GB.json" with { type: "json" };

/** Who has seen one person, for those who answer for it. */
export const accessLog: Feature = {
  name: "access-log",
  strings,
  needs: "person-log.read",
  routes: (parent) => [
    createRoute({
      getParentRoute: () => parent,
      path: "/people/$key/access-log",
      component: lazyRouteComponent(() => import("./access-log-page.tsx"), "AccessLogPage"),
    }),
  ],
};
