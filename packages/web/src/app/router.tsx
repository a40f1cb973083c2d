import type { QueryClient } from "@tanstack/react-query";
import { createRootRoute, createRoute, createRouter, redirect, type AnyRouter } from "@tanstack/react-router";
import { PageLoading } from "../ui/states.tsx";
import { readSearch, writeSearch } from "./address.ts";
import type { Feature } from "./feature.ts";
import { FaultPage } from "./fault-page.tsx";
import { NotFoundPage } from "./not-found-page.tsx";
import { Shell } from "./shell.tsx";

/** Every feature's routes under one shell; `/` opens the first feature of the navigation. */
export const createPagesRouter = (features: readonly Feature[], queryClient: QueryClient): AnyRouter => {
  const root = createRootRoute({ component: () => <Shell features={features} />, notFoundComponent: NotFoundPage });
  const home = createRoute({
    getParentRoute: () => root,
    path: "/",
    beforeLoad: () => {
      throw redirect({ to: features[0]!.nav!.to, replace: true });
    },
  });
  return createRouter({
    routeTree: root.addChildren([home, ...features.flatMap((one) => one.routes(root, queryClient))]),
    parseSearch: readSearch,
    stringifySearch: writeSearch,
    defaultPreload: "intent",
    defaultPendingComponent: PageLoading,
    defaultErrorComponent: FaultPage,
    scrollRestoration: true,
  }) as unknown as AnyRouter;
};
