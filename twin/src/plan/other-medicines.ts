import { addDays, partsOfDay, type Day } from "@concord/core";
import {
  APPLIED,
  AS_NEEDED,
  BENZODIAZEPINES,
  GABAPENTINOIDS,
  NALOXONE,
  ONCE_DAILY,
  PAIN_AS_NEEDED,
  SEVERAL_TIMES_DAILY,
  SHORT_COURSES,
  Z_DRUGS,
  type OtherProduct,
} from "../products/others.ts";
import { atNight, inTheMorning, neededTimes, perDay, times, upTo, type Shape } from "../texts/shape.ts";
import { writeApplied } from "../texts/unreadable.ts";
import { writeDirection } from "../texts/write-direction.ts";
import type { Kind, OtherStretch, Person, Setting } from "./plan.ts";

const FOREVER = 400;

interface Wish {
  readonly from: Day;
  readonly to: Day;
  readonly quantity: number;
  /** Days between issues. */
  readonly every: number;
  readonly kind: Kind;
}

const other = ({ random }: Setting, product: OtherProduct, shape: Shape, wish: Wish): OtherStretch => ({
  product,
  name: product.name,
  code: "",
  from: wish.from,
  to: wish.to,
  direction:
    product.form === "application"
      ? writeApplied(random, shape)
      : writeDirection(random, shape, product.form, product.pain),
  taken: perDay(shape).max,
  ordered: (wish.quantity * 100) / wish.every,
  quantity: wish.quantity,
  kind: wish.kind,
});

const someDay = ({ random, start, span }: Setting): Day =>
  (start + random.below(Math.max(1, span.end - start - 30))) as Day;

/** Watched medicines beside an opioid, likelier in people who are on one. */
export const companions = (setting: Setting, onOpioids: boolean): OtherStretch[] => {
  const { random, span } = setting;
  const likely = onOpioids
    ? { benzodiazepine: 620, zDrug: 480, gabapentinoid: 1500, naloxone: 200 }
    : { benzodiazepine: 45, zDrug: 45, gabapentinoid: 110, naloxone: 0 };
  const found: OtherStretch[] = [];
  const going = (): Wish => {
    const from = someDay(setting);
    const to = random.in10000(6500) ? addDays(span.end, FOREVER) : addDays(from, random.between(56, 700));
    return { from, to, quantity: 28, every: 28, kind: "repeat" };
  };
  if (random.in10000(likely.benzodiazepine))
    found.push(
      other(
        setting,
        random.pick(BENZODIAZEPINES),
        random.pick([atNight(1), times(1, 2), neededTimes(1, 1, 3), upTo(1, 1, 2)]),
        going(),
      ),
    );
  if (random.in10000(likely.zDrug))
    found.push(other(setting, random.pick(Z_DRUGS), random.pick([atNight(1), neededTimes(1, 1, 1)]), going()));
  if (random.in10000(likely.gabapentinoid)) {
    const aDay = random.between(2, 3);
    found.push(other(setting, random.pick(GABAPENTINOIDS), times(1, aDay), { ...going(), quantity: 28 * aDay }));
  }
  if (random.in10000(likely.naloxone))
    found.push(other(setting, NALOXONE, neededTimes(1, 1, 1), { ...going(), quantity: 2, every: 365, kind: "acute" }));
  return found;
};

/** Everything that is no opioid and not watched: repeats grow with age, and now and then a short course. */
export const everydayMedicines = (setting: Setting, person: Person): OtherStretch[] => {
  const { random, span } = setting;
  const age = partsOfDay(span.end).year - person.birthYear;
  const found: OtherStretch[] = [];
  const repeats = random.in10000(age * 72) ? random.between(0, age > 60 ? 4 : 1) : 0;
  for (let nth = 0; nth < repeats; nth += 1) found.push(repeat(setting));
  if (random.in10000(1250)) found.push(neededNow(setting));
  const courses = random.below(5);
  for (let nth = 0; nth < courses; nth += 1) found.push(course(setting));
  return found;
};

const repeat = (setting: Setting): OtherStretch => {
  const { random, span } = setting;
  const several = random.in10000(2200);
  const product = several ? random.pick(SEVERAL_TIMES_DAILY) : random.pick(ONCE_DAILY);
  const shape = several
    ? times(1, random.between(2, 3))
    : random.pick([times(1, 1), times(1, 1), inTheMorning(1), atNight(1)]);
  const days = random.pick([28, 56, 56, 84]);
  const kind: Kind = random.in10000(1500) ? "repeat dispensing" : "repeat";
  const to = random.in10000(7500) ? addDays(span.end, FOREVER) : addDays(someDay(setting), days);
  return other(setting, product, shape, {
    from: someDay(setting),
    to,
    quantity: (perDay(shape).max / 100) * days,
    every: days,
    kind,
  });
};

const neededNow = (setting: Setting): OtherStretch => {
  const { random, span } = setting;
  const pain = random.in10000(6500);
  const product = pain ? random.pick(PAIN_AS_NEEDED) : random.pick(AS_NEEDED);
  const shape =
    product.form === "puff"
      ? neededTimes(1, 2, 4)
      : pain && product.name.startsWith("Para")
        ? neededTimes(1, 2, 4, 8)
        : neededTimes(1, 2, 3);
  const to = random.in10000(7000) ? addDays(span.end, FOREVER) : addDays(someDay(setting), 60);
  const quantity = product.form === "puff" ? 1 : 100;
  return other(setting, product, shape, {
    from: someDay(setting),
    to,
    quantity,
    every: random.between(45, 90),
    kind: "repeat",
  });
};

const course = (setting: Setting): OtherStretch => {
  const { random } = setting;
  const from = someDay(setting);
  if (random.in10000(1500))
    return other(setting, random.pick(APPLIED), times(1, 2), {
      from,
      to: addDays(from, 1),
      quantity: 30,
      every: 30,
      kind: "acute",
    });
  if (random.in10000(2800))
    return other(setting, random.pick(PAIN_AS_NEEDED), neededTimes(1, 2, 4), {
      from,
      to: addDays(from, 1),
      quantity: 32,
      every: 14,
      kind: "acute",
    });
  const shape = times(1, random.between(1, 4));
  return other(setting, random.pick(SHORT_COURSES), shape, {
    from,
    to: addDays(from, 1),
    quantity: (perDay(shape).max / 100) * 7,
    every: 7,
    kind: "acute",
  });
};
