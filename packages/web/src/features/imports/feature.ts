import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import type { Feature } from "../../app/feature.ts";
import strings from "./imports.en-GB.json" with { type: "json" };

export const imports: Feature = {
  name: "imports",
  strings,
  nav: { to: "/imports" },
  needs: "import.read",
  routes: (parent) => [
    createRoute({
      getParentRoute: () => parent,
      path: "/imports",
      component: lazyRouteComponent(() => import("./imports-page.tsx"), "ImportsPage"),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: "/imports/$id",
      component: lazyRouteComponent(() => import("./import-page.tsx"), "ImportPage"),
    }),
  ],
};
