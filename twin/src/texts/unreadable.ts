import type { Form } from "../products/opioids.ts";
import type { Random } from "../random.ts";
import type { Direction, Shape, UnreadableReason } from "./shape.ts";

interface Unreadable {
  readonly share: number;
  readonly reason: UnreadableReason;
  readonly texts: readonly string[];
}

/** Long enough that ninety characters end before the dose does. */
const LONG = [
  "For long term back pain as agreed with the pain clinic, to be taken regularly with food: ONE in the morning and TWO at night",
  "Please take with food and plenty of water and do not drive if drowsy. For pain take ONE or TWO four times a day",
] as const;
const CUT_AT = 90;

const TEXTS: readonly Unreadable[] = [
  {
    share: 46,
    reason: "as-directed",
    texts: [
      "As directed",
      "MDU",
      "Take as directed",
      "as dir",
      "AS DIRECTED BY PAIN CLINIC",
      "take as per hospital letter",
      "Use as directed",
    ],
  },
  { share: 14, reason: "no-amount", texts: ["When required", "prn", "when required for pain"] },
  { share: 8, reason: "empty", texts: [""] },
  { share: 8, reason: "no-frequency", texts: ["Take one", "ONE", "take 1-2"] },
  { share: 12, reason: "cut-short", texts: LONG.map((text) => text.slice(0, CUT_AT)) },
  {
    share: 12,
    reason: "contradiction",
    texts: ["Take ONE twice a day. Take TWO three times a day", "1 bd 2 tds", "ONE DAILY TWICE A DAY TAKE TWO"],
  },
];

const LIQUID: Unreadable = {
  share: 10,
  reason: "two-readings",
  texts: ["2 .5ml spoon when required", "5 10ml 4 hourly"],
};

/** A text from which no reader can know the dose that `shape` is. */
export const writeUnreadable = (random: Random, shape: Shape, form: Form): Direction => {
  const kind = random.weighted(form === "ml" ? [...TEXTS, LIQUID] : TEXTS);
  return { text: random.pick(kind.texts), shape, form, unit: "unit", unreadable: kind.reason };
};

/** Creams have a frequency and no amount. */
export const writeApplied = (random: Random, shape: Shape): Direction => ({
  text: random.pick([
    "Apply thinly twice a day",
    "apply to affected areas bd",
    "APPLY AS REQUIRED",
    "Use liberally as a soap substitute",
  ]),
  shape,
  form: "application",
  unit: "unit",
  unreadable: "no-amount",
});
