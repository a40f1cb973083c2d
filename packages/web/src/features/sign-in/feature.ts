import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import type { Feature } from "../../app/feature.ts";
import strings from "./sign-in.en-GB.json" with { type: "json" };

/** Signing in, and the page in a window of its own that tells the page behind it that somebody has. */
export const signIn: Feature = {
  name: "sign-in",
  strings,
  open: true,
  routes: (parent) => [
    createRoute({
      getParentRoute: () => parent,
      path: "/sign-in",
      component: lazyRouteComponent(() => import("./sign-in-page.tsx"), "SignInPage"),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: "/sign-in/done",
      component: lazyRouteComponent(() => import("./signed-in-page.tsx"), "SignedInPage"),
    }),
  ],
};
