import type { Dose } from "../exposure/dose-on.ts";

const NANOGRAMS = 1_000_000;

/** Whether a dose is at or above so many mg OME a day, by either method; compared unrounded. */
export const reaches = (dose: Dose, mgPerDay: number): { readonly directed: boolean; readonly supplied: boolean } => ({
  directed: dose.directed.max >= mgPerDay * NANOGRAMS,
  supplied: dose.inWindow >= mgPerDay * NANOGRAMS * dose.settings.supplyWindowDays,
});
