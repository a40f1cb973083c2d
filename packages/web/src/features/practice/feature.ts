import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import type { Feature } from "../../app/feature.ts";
import strings from "./practice.en-GB.json" with { type: "json" };

export const practice: Feature = {
  name: "practice",
  strings,
  nav: { to: "/practice" },
  needs: "practice-view.read",
  routes: (parent) => [
    createRoute({
      getParentRoute: () => parent,
      path: "/practice",
      component: lazyRouteComponent(() => import("./practice-page.tsx"), "PracticePage"),
    }),
  ],
};
