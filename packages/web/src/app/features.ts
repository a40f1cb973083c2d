import { accounts } from "../features/accounts/feature.ts";
import { dataQuality } from "../features/data-quality/feature.ts";
import { imports } from "../features/imports/feature.ts";
import { ownAccount } from "../features/own-account/feature.ts";
import { ownRecord } from "../features/own-record/feature.ts";
import { person } from "../features/person/feature.ts";
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
  imports,
  accounts,
  ownRecord,
  rights,
  safety,
  ownAccount,
  signIn,
  takeUp,
];
