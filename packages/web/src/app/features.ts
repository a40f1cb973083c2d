import { practice } from "../features/practice/feature.ts";
import type { Feature } from "./feature.ts";

/** Every feature, in the order of the navigation. */
export const FEATURES: readonly Feature[] = [practice];
