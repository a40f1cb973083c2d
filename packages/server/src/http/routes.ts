import { accessRoutes } from "../access/route.ts";
import { accessLogRoutes } from "../audit/access-log-routes.ts";
import { logRoutes } from "../audit/log-route.ts";
import { caseRoutes } from "../cases/route.ts";
import { shareRoutes } from "../shares/route.ts";
import { backupRoutes } from "../backup/route.ts";
import { basketRoutes } from "../baskets/route.ts";
import { exportRoutes } from "../export/route.ts";
import { healthRoutes } from "../health/route.ts";
import { importRoutes } from "../imports/route.ts";
import { peopleRoutes } from "../people/route.ts";
import { practiceViewRoutes } from "../practice-view/route.ts";
import { practiceRoutes } from "../practices/route.ts";
import { readingRoutes } from "../readings/route.ts";
import { referralRoutes } from "../referrals/route.ts";
import { registerRoutes } from "../register/route.ts";
import { savedFilterRoutes } from "../saved-filters/route.ts";
import { unreadDirectionsRoutes } from "../unread-directions/route.ts";
import { ownRecordRoutes } from "../people/own-record-route.ts";
import { rightsRoutes } from "../people/rights-route.ts";
import { safetyRoutes } from "../safety/route.ts";
import type { Service, ServiceParts } from "./service.ts";

import { passwordRoutes } from "../identity/sign-in/password-route.ts";
import { waysRoutes } from "../identity/sign-in/ways-route.ts";
import { sessionRoutes } from "../identity/session-route.ts";
import { newAccountRoutes } from "../identity/accounts/new-account-route.ts";
import { accountRoutes } from "../identity/accounts/account-route.ts";
import { oidcRoutes } from "../identity/oidc/oidc-route.ts";
import { ownPasskeysRoutes } from "../identity/own-account/own-passkeys-route.ts";
import { ownPasswordRoutes } from "../identity/own-account/own-password-route.ts";
import { ownAccountRoutes } from "../identity/own-account/own-account-route.ts";
import { passkeyRoutes } from "../identity/sign-in/passkey-route.ts";
import { takeUpPasskeyRoutes } from "../identity/take-up/take-up-passkey-route.ts";
import { takeUpRoutes } from "../identity/take-up/take-up-route.ts";

/** Every resource of the service, in the order of its description. */
const RESOURCES = [
  healthRoutes,
  waysRoutes,
  passwordRoutes,
  passkeyRoutes,
  takeUpRoutes,
  takeUpPasskeyRoutes,
  oidcRoutes,
  sessionRoutes,
  ownAccountRoutes,
  ownPasswordRoutes,
  ownPasskeysRoutes,
  accountRoutes,
  newAccountRoutes,
  practiceRoutes,
  practiceViewRoutes,
  registerRoutes,
  savedFilterRoutes,
  peopleRoutes,
  ownRecordRoutes,
  rightsRoutes,
  referralRoutes,
  basketRoutes,
  unreadDirectionsRoutes,
  readingRoutes,
  importRoutes,
  safetyRoutes,
  exportRoutes,
  backupRoutes,
  logRoutes,
  accessLogRoutes,
  accessRoutes,
  shareRoutes,
  caseRoutes,
];

export const addRoutes = (service: Service, parts: ServiceParts): void => {
  for (const routesOf of RESOURCES) routesOf(service, parts);
};
