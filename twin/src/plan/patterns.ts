import type { Career, Setting } from "./plan.ts";
import { rising, stoppedQuietly, switched, taperedOff, tapering, twoOpioids } from "./changing.ts";
import {
  elsewhereOnly,
  elsewhereToo,
  inherited,
  methadoneForPain,
  onBuprenorphine,
  onMethadone,
  orderingAhead,
  orderingBehind,
  startedHigh,
  unreadableNow,
  weakBesideBuprenorphine,
  wearConflict,
} from "./particular.ts";
import {
  pastWeak,
  steadyHigh,
  steadyModerate,
  steadyUpper,
  steadyWeakAsNeeded,
  steadyWeakRegular,
  weeklyTray,
} from "./steady.ts";

export interface Pattern {
  readonly name: string;
  /** People with this pattern in every 10,000. */
  readonly share: number;
  /** Whether the person is on opioids at the end: companions are likelier, acute courses do not come on top. */
  readonly current: boolean;
  readonly plan: (setting: Setting) => Career;
}

const pattern = (name: string, share: number, plan: Pattern["plan"], current = true): Pattern => ({
  name,
  share,
  plan,
  current,
});

const PATTERNS: readonly Pattern[] = [
  pattern("weak, as needed", 175, steadyWeakAsNeeded),
  pattern("weak, regular", 30, steadyWeakRegular),
  pattern("weak, weekly tray", 8, weeklyTray),
  pattern("strong, moderate", 46, steadyModerate),
  pattern("strong, upper", 5, steadyUpper),
  pattern("strong, high", 14, steadyHigh),
  pattern("rising", 12, rising),
  pattern("tapering", 16, tapering),
  pattern("switched", 14, switched),
  pattern("two opioids", 20, twoOpioids),
  pattern("ordering ahead", 13, orderingAhead),
  pattern("ordering behind", 13, orderingBehind),
  pattern("started high", 6, startedHigh),
  pattern("inherited", 9, inherited),
  pattern("patch wear conflict", 7, wearConflict),
  pattern("elsewhere only", 13, elsewhereOnly),
  pattern("elsewhere too", 6, elsewhereToo),
  pattern("buprenorphine maintenance", 7, onBuprenorphine),
  pattern("methadone maintenance", 4, onMethadone),
  pattern("weak beside buprenorphine maintenance", 6, weakBesideBuprenorphine),
  pattern("methadone for pain", 2, methadoneForPain),
  pattern("unreadable", 9, unreadableNow),
  pattern("stopped quietly", 13, stoppedQuietly),
  pattern("tapered off", 14, taperedOff, false),
  pattern("past, weak", 130, pastWeak, false),
];

const NONE = pattern("none", 0, () => ({ opioids: [], planted: [] }), false);

/** The pattern of a card from 0 to 9,999. */
export const patternOf = (card: number): Pattern => {
  let left = card;
  for (const candidate of PATTERNS) {
    left -= candidate.share;
    if (left < 0) return candidate;
  }
  return NONE;
};
