import type { Session } from "@concord/exchange/api";
import type { Feature } from "./feature.ts";

/** Whether the pages of a feature are for whoever is signed in. */
export const isOpenTo = ({ needs }: Feature, session: Session): boolean =>
  needs === undefined || session.may.includes(needs);

/** The features of the navigation that they may open. */
export const navigationOf = (features: readonly Feature[], session: Session): readonly Feature[] =>
  features.filter((one) => one.nav !== undefined && isOpenTo(one, session));

/** Where they begin; null where there is no page for their roles yet. */
export const homeOf = (features: readonly Feature[], session: Session): string | null =>
  navigationOf(features, session).find(({ nav }) => nav?.home !== false)?.nav?.to ?? null;
