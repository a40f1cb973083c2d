import { addDays, type Day } from "@concord/core";
import { OPIOIDS as o } from "../products/opioids.ts";
import { times, worn } from "../texts/shape.ts";
import type { Career, Setting } from "./plan.ts";
import { STRONG_HIGH, STRONG_MODERATE, STRONG_UPPER, WEAK_AS_NEEDED, WEAK_REGULAR, type Regimen } from "./regimens.ts";
import { stretchOf } from "./stretch.ts";
import { ago, longAgo, ongoing } from "./when.ts";

const REGULAR = [...WEAK_REGULAR, ...STRONG_MODERATE.filter(({ product }) => product.form !== "patch")];

/** Orders come a week or more early, month after month. */
export const orderingAhead = (setting: Setting): Career => {
  const { random } = setting;
  const from = ago(setting, random.between(400, 1200));
  const pace = random.between(140, 165);
  return {
    opioids: [
      stretchOf(random, random.weighted(REGULAR), {
        from,
        to: ongoing(setting),
        pace,
        taking: random.between(105, 135),
        readable: "always",
      }),
    ].map((stretch) => ({ ...stretch, ordered: Math.max(stretch.ordered, stretch.taken) })),
    planted: ["supply-ahead"],
  };
};

/** Takes, and orders, about half of what the directions say. */
export const orderingBehind = (setting: Setting): Career => {
  const { random } = setting;
  const from = ago(setting, random.between(400, 1200));
  return {
    opioids: [
      stretchOf(random, random.weighted(REGULAR), {
        from,
        to: ongoing(setting),
        taking: random.between(58, 68),
        readable: "always",
      }),
    ],
    planted: ["supply-behind"],
  };
};

/** The first opioid in the records, months after they begin, is already a high dose. */
export const startedHigh = (setting: Setting): Career => {
  const { random } = setting;
  const from = ago(setting, random.between(40, 300));
  const regimen = random.weighted([...STRONG_UPPER, ...STRONG_HIGH]);
  return {
    opioids: [stretchOf(random, regimen, { from, to: ongoing(setting), readable: "always" })],
    planted: ["high-dose-start"],
  };
};

/** Joined the practice already on an opioid, often a high dose. */
export const inherited = (setting: Setting): Career => {
  const { random } = setting;
  const registered = ago(setting, random.between(40, 170));
  const regimen = random.weighted(random.in10000(6000) ? [...STRONG_UPPER, ...STRONG_HIGH] : STRONG_MODERATE);
  const from = addDays(registered, random.between(1, 20));
  return {
    opioids: [stretchOf(random, regimen, { from, to: ongoing(setting), readable: "always" })],
    planted: ["inherited-on-registration"],
    registered,
  };
};

const CONFLICTS: readonly Regimen[] = [
  { share: 3, product: o.fentanyl25, shape: worn(48), quantities: [15] },
  { share: 2, product: o.fentanyl12, shape: worn(168), quantities: [5] },
  { share: 3, product: o.buprenorphine10, shape: worn(72), quantities: [10] },
  { share: 2, product: o.buprenorphine20, shape: worn(84), quantities: [8] },
  { share: 1, product: o.buprenorphine5, shape: worn(96), quantities: [7] },
];

/** A patch that the directions have changed at another interval than it is made for. */
export const wearConflict = (setting: Setting): Career => ({
  opioids: [
    stretchOf(setting.random, setting.random.weighted(CONFLICTS), {
      from: ago(setting, setting.random.between(90, 900)),
      to: ongoing(setting),
      readable: "always",
    }),
  ],
  planted: ["patch-wear-conflict"],
});

/** What a hospital gives is noted again about every third month. */
const NOTED_SELDOM = 36;

/** Given by a hospital or clinic and only noted here. */
export const elsewhereOnly = (setting: Setting): Career => {
  const { random } = setting;
  const regimen = random.weighted(random.in10000(5000) ? STRONG_MODERATE : STRONG_HIGH);
  const stretch = stretchOf(random, regimen, {
    from: ago(setting, random.between(20, 300)),
    to: ongoing(setting),
    kind: "recorded elsewhere",
    pace: NOTED_SELDOM,
  });
  return { opioids: [stretch], planted: ["recorded-elsewhere-only"] };
};

/** An opioid from the practice and another from a hospital. */
export const elsewhereToo = (setting: Setting): Career => {
  const { random } = setting;
  const here = stretchOf(random, random.weighted(WEAK_AS_NEEDED), { from: longAgo(setting), to: ongoing(setting) });
  const there = stretchOf(random, random.weighted(STRONG_MODERATE), {
    from: ago(setting, random.between(20, 200)),
    to: ongoing(setting),
    kind: "recorded elsewhere",
    pace: NOTED_SELDOM,
  });
  return { opioids: [here, there], planted: [] };
};

const MAINTENANCE: readonly Regimen[] = [
  { share: 5, product: o.buprenorphine8, shape: times(1, 1), quantities: [14, 28] },
  { share: 4, product: o.buprenorphine2, shape: times(2, 1), quantities: [28, 56] },
  { share: 2, product: o.espranor8, shape: times(1, 1), quantities: [14, 28] },
];
const METHADONE: Regimen = { share: 1, product: o.methadoneSolution, shape: { ...times(40, 1) }, quantities: [560] };

const maintained = (setting: Setting, regimen: Regimen, from: Day) =>
  stretchOf(setting.random, regimen, { from, to: ongoing(setting), readable: "always" });

export const onBuprenorphine = (setting: Setting): Career => ({
  opioids: [maintained(setting, setting.random.weighted(MAINTENANCE), longAgo(setting))],
  planted: ["maintenance-treatment"],
});

export const onMethadone = (setting: Setting): Career => ({
  opioids: [maintained(setting, METHADONE, longAgo(setting))],
  planted: ["maintenance-treatment"],
});

/** A weak opioid lately issued to a person on buprenorphine maintenance. */
export const weakBesideBuprenorphine = (setting: Setting): Career => {
  const { random } = setting;
  const weak = stretchOf(random, random.weighted(WEAK_REGULAR), {
    from: ago(setting, random.between(20, 120)),
    to: ongoing(setting),
    readable: "always",
  });
  return {
    opioids: [maintained(setting, random.weighted(MAINTENANCE), ago(setting, random.between(400, 1500))), weak],
    planted: ["maintenance-treatment", "weak-opioid-with-buprenorphine-maintenance"],
  };
};

/** Methadone for pain, which the UK table does not convert. */
export const methadoneForPain = (setting: Setting): Career => ({
  opioids: [
    stretchOf(
      setting.random,
      { share: 1, product: o.methadone5, shape: times(2, 2), quantities: [112] },
      { from: longAgo(setting), to: ongoing(setting), readable: "always" },
    ),
  ],
  planted: [],
});

/** A current repeat whose directions tell nobody the dose. */
export const unreadableNow = (setting: Setting): Career => ({
  opioids: [
    stretchOf(setting.random, setting.random.weighted([...WEAK_AS_NEEDED, ...STRONG_MODERATE]), {
      from: ago(setting, setting.random.between(60, 900)),
      to: ongoing(setting),
      readable: "never",
    }),
  ],
  planted: ["unreadable-directions"],
});
