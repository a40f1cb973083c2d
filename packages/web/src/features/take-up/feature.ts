import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import type { Feature } from "../../app/feature.ts";
import strings from "./take-up.en-GB.json" with { type: "json" };

/** Taking up an account by the one-time code that an administrator, or the start of the service, has given. */
export const takeUp: Feature = {
  name: "take-up",
  strings,
  open: true,
  routes: (parent) => [
    createRoute({
      getParentRoute: () => parent,
      path: "/take-up",
      component: lazyRouteComponent(() => import("./take-up-page.tsx"), "TakeUpPage"),
    }),
  ],
};
