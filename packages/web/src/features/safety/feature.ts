import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import type { Feature } from "../../app/feature.ts";
import strings from "./safety.en-GB.json" with { type: "json" };

/** Whether dose support is on, who accepted it, and what can go wrong. */
export const safety: Feature = {
  name: "safety",
  strings,
  nav: { to: "/safety", home: false },
  needs: "safety.read",
  routes: (parent) => [
    createRoute({
      getParentRoute: () => parent,
      path: "/safety",
      component: lazyRouteComponent(() => import("./safety-page.tsx"), "SafetyPage"),
    }),
  ],
};
