import { addDays, type Day } from "@concord/core";
import type { Product } from "../products/opioids.ts";
import type { Random } from "../random.ts";
import type { Line, Mess, Row } from "./rows.ts";
import type { Span, Stretch } from "./plan.ts";

/** How often each slip of record keeping comes, in 10,000 rows. */
const MESS: readonly { readonly mess: Mess; readonly share: number }[] = [
  { mess: "cancelled", share: 60 },
  { mess: "deleted", share: 30 },
  { mess: "future-dated", share: 5 },
  { mess: "duplicate", share: 20 },
  { mess: "code-and-name-disagree", share: 12 },
  { mess: "quantity-missing", share: 15 },
  { mess: "none", share: 9858 },
];

/** Ordered up to so many days before the last supply is used up, or after. */
const EARLY = 4;
const LATE = 3;
/** A supply is not issued for the last days of a treatment that ends. */
const LEFT_OVER = 3;

/**
 * The issues of one stretch, in date order, none after `span.end` except a date typed wrong. A slip that leaves the
 * supply as it was (cancelled, deleted, future date) adds a row; the others change or double the row itself.
 */
export const rowsOf = (random: Random, stretch: Stretch<Product>, line: Line, span: Span, into: Row[]): void => {
  if (stretch.carriedOn) return;
  const every = Math.max(2, (stretch.quantity * 100) / stretch.ordered);
  const short = every < 12;
  for (let nth = 0; ; nth += 1) {
    const due = Math.round(stretch.from + nth * every);
    const day = nth === 0 ? due : due + random.between(short ? -1 : -EARLY, short ? 1 : LATE);
    if (due > stretch.to - LEFT_OVER && nth > 0) break;
    if (day > span.end) break;
    const sound: Row = {
      day: day as Day,
      line,
      prescriber: random.below(4),
      status: random.in10000(300) ? "" : "issued",
      mess: "none",
    };
    addWithMess(random, sound, span, into);
  }
};

const addWithMess = (random: Random, row: Row, span: Span, into: Row[]): void => {
  const { mess } = random.weighted(MESS);
  const opioid = row.line.swappedCode !== null;
  if (mess === "none" || ((mess === "code-and-name-disagree" || mess === "duplicate") && !opioid)) {
    into.push(row);
    return;
  }
  if (mess === "code-and-name-disagree" || mess === "quantity-missing") {
    into.push({ ...row, mess });
    return;
  }
  into.push(row);
  if (mess === "duplicate") into.push({ ...row, mess });
  if (mess === "cancelled") into.push({ ...row, status: "cancelled", mess });
  if (mess === "deleted") into.push({ ...row, status: "deleted", mess });
  if (mess === "future-dated") into.push({ ...row, day: addDays(span.end, random.between(30, 3650)), mess });
};
