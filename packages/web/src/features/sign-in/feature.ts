import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { sessionQuery } from "../../api/session.ts";
import type { Feature } from "../../app/feature.ts";
import { whereTo } from "../../session/where-to.ts";
import strings from "./sign-in.en-GB.json" with { type: "json" };

/** Signing in, and the page in a window of its own that tells the page behind it that somebody has. */
export const signIn: Feature = {
  name: "sign-in",
  strings,
  open: true,
  routes: (parent, queryClient) => [
    createRoute({
      getParentRoute: () => parent,
      path: "/sign-in",
      // Whoever is signed in has nothing to do here, unless something went wrong on the way.
      beforeLoad: async ({ search }: { readonly search: { readonly to?: unknown; readonly problem?: unknown } }) => {
        const session = await queryClient.ensureQueryData(sessionQuery()).catch(() => null);
        if (session !== null && search.problem === undefined)
          throw redirect({ href: whereTo(search.to), replace: true });
      },
      component: lazyRouteComponent(() => import("./sign-in-page.tsx"), "SignInPage"),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: "/sign-in/done",
      component: lazyRouteComponent(() => import("./signed-in-page.tsx"), "SignedInPage"),
    }),
  ],
};
