import type { PracticeView, ShownCount } from "@concord/exchange/api";

const isFew = (people: ShownCount, below: number): boolean =>
  typeof people === "number" && people > 0 && people < below;

const hide = (people: ShownCount, below: number): ShownCount => (isFew(people, below) ? "few" : people);

type Quarter = PracticeView["byDoseBand"][number];

/** Where a part is hidden, the total would give it away by subtraction. */
const hideInQuarter = ({ on, people, total }: Quarter, below: number): Quarter => {
  const parts = people.map((one) => hide(one, below));
  return { on, people: parts, total: parts.includes("few") ? "left-out" : hide(total, below) };
};

type Companion = PracticeView["coPrescribing"][number];

/** Whoever is left over is a number of people too. */
const hideBeside = ({ with: name, people, of }: Companion, below: number, ofIsTold: boolean): Companion => {
  const left = typeof people === "number" && typeof of === "number" ? of - people : 0;
  return {
    with: name,
    people: isFew(left, below) ? "left-out" : hide(people, below),
    of: ofIsTold ? hide(of, below) : "left-out",
  };
};

/**
 * The practice in numbers for whoever evaluates it: none from 1 to below `smallNumber`, and none from which one of these
 * could be worked out. "few" is such a number; "left-out" stands for one that would give it away.
 */
export const hideSmallNumbers = (view: PracticeView): PracticeView => {
  const below = view.smallNumber;
  const byDoseBand = view.byDoseBand.map((quarter) => hideInQuarter(quarter, below));
  // The people of whom companions are counted are those of the latest quarter.
  const ofIsTold = byDoseBand.at(-1)?.total !== "left-out";
  return {
    ...view,
    byDoseBand,
    coPrescribing: view.coPrescribing.map((one) => hideBeside(one, below, ofIsTold)),
    newLongTerm: view.newLongTerm.map(({ quarter, people }) => ({ quarter, people: hide(people, below) })),
    smallHidden: true,
  };
};
