import { accessLog } from "../features/access-log/feature.ts";
import { accessReview } from "../features/access-review/feature.ts";
import { accounts } from "../features/accounts/feature.ts";
import { cases } from "../features/cases/feature.ts";
import { dataQuality } from "../features/data-quality/feature.ts";
import { imports } from "../features/imports/feature.ts";
import { ownAccount } from "../features/own-account/feature.ts";
import { ownRecord } from "../features/own-record/feature.ts";
import { ownLog } from "../features/own-log/feature.ts";
import { person } from "../features/person/feature.ts";
import { practiceLog } from "../features/practice-log/feature.ts";
import { practice } from "../features/practice/feature.ts";
import { register } from "../features/register/feature.ts";
import { signIn } from "../features/sign-in/feature.ts";
import { takeUp } from "../features/take-up/feature.ts";
import { rights } from "../features/rights/feature.ts";
import { safety } from "../features/safety/feature.ts";
import type { Feature } from "./feature.ts";

/** Every feature, in the order of the navigation: the first that somebody may open is where they begin. */
export const FEATURES: readonly Feature[] = [
  register,
  person,
  dataQuality,
  practice,
  cases,
  imports,
  accessReview,
  accessLog,
  accounts,
  ownRecord,
  ownLog,
  practiceLog,
  rights,
  safety,
  ownAccount,
  signIn,
  takeUp,
];
