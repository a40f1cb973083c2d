import { DOSE_BANDS, type PracticeView } from "@concord/exchange/api";
import type { CurrentBuild } from "../store/queries/current-build.ts";
import type { LongTermStarts } from "../store/queries/new-long-term-starts.ts";
import type { PeopleInBand } from "../store/queries/people-by-dose-band.ts";
import type { CompanionCount } from "../store/queries/people-with-companions.ts";

const NANOGRAMS = 1_000_000;

/** Where each band starts, ng a day: the first mg of its name; the second with anything above 0. */
export const BANDS_FROM_NG: readonly number[] = DOSE_BANDS.map((band, place) =>
  place === 1 ? 1 : Number.parseInt(band, 10) * NANOGRAMS,
);

/** Numbers below this may point to a person once they leave the practice. */
const SMALL_NUMBER = 5;

const byQuarter = (quarters: readonly string[], found: readonly PeopleInBand[]): PracticeView["byDoseBand"] =>
  quarters.map((on) => {
    const inBand = new Map(found.filter((one) => one.on === on).map(({ band, people }) => [band, people]));
    const people = DOSE_BANDS.map((_, place) => inBand.get(place) ?? 0);
    return { on, people, total: people.reduce((sum, one) => sum + one, 0) };
  });

export const presentPracticeView = (
  { asOf, quarters }: CurrentBuild,
  bands: readonly PeopleInBand[],
  companions: readonly CompanionCount[],
  starts: readonly LongTermStarts[],
): PracticeView => ({
  asOf,
  bands: [...DOSE_BANDS],
  byDoseBand: byQuarter(quarters, bands),
  coPrescribing: companions.map(({ with: name, people, of }) => ({ with: name, people, of })),
  newLongTerm: starts.map(({ quarter, people }) => ({ quarter, people })),
  smallNumber: SMALL_NUMBER,
  smallHidden: false,
});
