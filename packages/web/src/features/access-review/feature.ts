import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import type { Feature } from "../../app/feature.ts";
import strings from "./access-review.en-GB.json" with { type: "json" };

/** Who looked beyond their list and why, to be reviewed. */
export const accessReview: Feature = {
  name: "access-review",
  strings,
  nav: { to: "/access", badge: "unreviewed-access" },
  needs: "access.review",
  routes: (parent) => [
    createRoute({
      getParentRoute: () => parent,
      path: "/access",
      component: lazyRouteComponent(() => import("./access-review-page.tsx"), "AccessReviewPage"),
    }),
  ],
};
