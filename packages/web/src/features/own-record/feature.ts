import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import type { Feature } from "../../app/feature.ts";
import strings from "./own-record.en-GB.json" with { type: "json" };

/** A person's own medicines, in the words of the practice's record. */
export const ownRecord: Feature = {
  name: "own-record",
  strings,
  nav: { to: "/own-record" },
  needs: "own-record.read",
  routes: (parent) => [
    createRoute({
      getParentRoute: () => parent,
      path: "/own-record",
      component: lazyRouteComponent(() => import("./own-record-page.tsx"), "OwnRecordPage"),
    }),
  ],
};
