import { dataQuality } from "../features/data-quality/feature.ts";
import { imports } from "../features/imports/feature.ts";
import { person } from "../features/person/feature.ts";
import { practice } from "../features/practice/feature.ts";
import { register } from "../features/register/feature.ts";
import type { Feature } from "./feature.ts";

/** Every feature, in the order of the navigation. */
export const FEATURES: readonly Feature[] = [register, person, dataQuality, imports, practice];
