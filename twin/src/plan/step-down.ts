import { addDays, type Day } from "@concord/core";
import { OPIOIDS as o } from "../products/opioids.ts";
import type { Random } from "../random.ts";
import { times } from "../texts/shape.ts";
import type { OpioidStretch } from "./plan.ts";

const HIGHER = times(2, 4);
const LOWER = times(1, 4);

/** A short course whose one text has two phases: two four times a day for some days, then one. */
export const stepDownCourse = (random: Random, from: Day): OpioidStretch[] => {
  const product = random.pick([o.codeine30, o.coCodamol30]);
  const [first, second] = [random.between(2, 5), random.between(3, 7)];
  const text = random.pick([
    `Take TWO four times a day for ${first} days then ONE four times a day`,
    `2 qds for ${first} days then 1 qds`,
    `TAKE TWO TABLETS FOUR TIMES A DAY FOR ${first} DAYS THEN ONE TABLET FOUR TIMES A DAY`,
    `take 2 tabs 4 times a day for ${first} days, then 1 tab 4 times a day`,
  ]);
  const change = addDays(from, first);
  const shared = {
    product,
    name: product.name,
    code: product.code,
    quantity: first * 8 + second * 4,
    kind: "acute",
  } as const;
  const directed = (shape: typeof HIGHER) =>
    ({ text, shape, form: "tablet", unit: /tab/i.test(text) ? "tablet" : "unit", unreadable: null }) as const;
  return [
    { ...shared, from, to: change, direction: directed(HIGHER), taken: 800, ordered: 800 },
    {
      ...shared,
      from: change,
      to: addDays(change, second),
      direction: directed(LOWER),
      taken: 400,
      ordered: 400,
      carriedOn: true,
    },
  ];
};
