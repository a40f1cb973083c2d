import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import type { Feature } from "../../app/feature.ts";
import strings from "./data-quality.en-GB.json" with { type: "json" };

export const dataQuality: Feature = {
  name: "data-quality",
  strings,
  nav: { to: "/data-quality", badge: "unread-texts" },
  needs: "unread-directions.read",
  routes: (parent) => [
    createRoute({
      getParentRoute: () => parent,
      path: "/data-quality",
      component: lazyRouteComponent(() => import("./data-quality-page.tsx"), "DataQualityPage"),
    }),
  ],
};
