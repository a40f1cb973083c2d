import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRoute,
  createRoute,
  createRouter,
  notFound,
  Outlet,
  redirect,
  type AnyRoute,
  type AnyRouter,
} from "@tanstack/react-router";
import { sessionQuery } from "../api/session.ts";
import { whereTo } from "../session/where-to.ts";
import { PageLoading } from "../ui/states.tsx";
import { readSearch, writeSearch } from "./address.ts";
import type { Feature } from "./feature.ts";
import { FaultPage } from "./fault-page.tsx";
import { NOT_FOR_YOU, NotFoundPage } from "./not-found-page.tsx";
import { NothingYetPage } from "./nothing-yet-page.tsx";
import { homeOf, isOpenTo } from "./open-to.ts";
import { Shell } from "./shell.tsx";

const isPublic = ({ open }: Feature): boolean => open === true;

/** Pages for those who are signed in: whoever is not is sent to sign in, and comes back to where they wanted to go. */
const signedInPart = (root: AnyRoute, queryClient: QueryClient): AnyRoute =>
  createRoute({
    getParentRoute: () => root,
    id: "signed-in",
    beforeLoad: async ({ location }) => {
      const session = await queryClient.ensureQueryData(sessionQuery());
      const to = whereTo(location.href);
      if (session === null)
        throw redirect({ to: "/sign-in", search: to === "/" ? {} : { to }, replace: true } as never);
      return { session };
    },
    component: Outlet,
  }) as unknown as AnyRoute;

/** The pages of one feature, for those who may open them. */
const partOf = (feature: Feature, signedIn: AnyRoute, queryClient: QueryClient): AnyRoute => {
  const part = createRoute({
    getParentRoute: () => signedIn,
    id: `part-${feature.name}`,
    beforeLoad: ({ context }: { readonly context: { readonly session?: never } }) => {
      if (!isOpenTo(feature, context.session!)) throw notFound({ data: NOT_FOR_YOU });
    },
    component: Outlet,
  }) as unknown as AnyRoute;
  return part.addChildren([...feature.routes(part, queryClient)]) as unknown as AnyRoute;
};

/** Every feature's routes under one shell; `/` opens the first page that whoever is signed in may see. */
export const createPagesRouter = (features: readonly Feature[], queryClient: QueryClient): AnyRouter => {
  const root = createRootRoute({ component: () => <Shell features={features} />, notFoundComponent: NotFoundPage });
  const signedIn = signedInPart(root as unknown as AnyRoute, queryClient);
  const home = createRoute({
    getParentRoute: () => signedIn,
    path: "/",
    beforeLoad: ({ context }: { readonly context: { readonly session?: never } }) => {
      const to = homeOf(features, context.session!);
      if (to !== null) throw redirect({ to, replace: true });
    },
    component: NothingYetPage,
  });
  const parts = features.filter((one) => !isPublic(one)).map((one) => partOf(one, signedIn, queryClient));
  const open = features.filter(isPublic).flatMap((one) => one.routes(root as unknown as AnyRoute, queryClient));
  return createRouter({
    routeTree: root.addChildren([signedIn.addChildren([home, ...parts]), ...open]),
    parseSearch: readSearch,
    stringifySearch: writeSearch,
    defaultPreload: "intent",
    defaultPendingComponent: PageLoading,
    defaultErrorComponent: FaultPage,
    scrollRestoration: true,
  }) as unknown as AnyRouter;
};
