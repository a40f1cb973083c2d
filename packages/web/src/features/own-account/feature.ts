import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import type { Feature } from "../../app/feature.ts";
import strings from "./own-account.en-GB.json" with { type: "json" };

/** What somebody signs in with, and where they are signed in. It is reached from the account menu. */
export const ownAccount: Feature = {
  name: "own-account",
  strings,
  needs: "own-account.read",
  routes: (parent) => [
    createRoute({
      getParentRoute: () => parent,
      path: "/account",
      component: lazyRouteComponent(() => import("./own-account-page.tsx"), "OwnAccountPage"),
    }),
  ],
};
