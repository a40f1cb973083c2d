import type { RegisterRow } from "@concord/exchange/api";
import { dayOf } from "../../words/dates.ts";
import { BUCKETS, bucketsOf } from "./spark-buckets.ts";

const [WIDTH, HEIGHT] = [120, 28];
const FOOT = HEIGHT - 1;
const DAYS = Math.round(5 * 365.25);

/** A dose over the last five years in the height of a line: most as directed as an area, supplied as a line. */
export const Sparkline = ({ spark, asOf }: { readonly spark: RegisterRow["spark"]; readonly asOf: string }) => {
  const to = dayOf(asOf) + 1;
  const buckets = bucketsOf(spark, to - DAYS, to);
  const top = Math.max(1, ...buckets.map(({ most, supplied }) => Math.max(most, supplied ?? 0)));
  const x = (i: number): number => (i * WIDTH) / BUCKETS;
  const y = (mg: number): number => Math.round(FOOT - (mg / top) * (HEIGHT - 3));
  let area = `M0 ${FOOT}`;
  let line = "";
  buckets.forEach(({ most, supplied }, i) => {
    area += `H${x(i)}V${y(most)}`;
    if (supplied === null) return;
    const goesOn = i > 0 && buckets[i - 1]!.supplied !== null;
    line += `${goesOn ? `V${y(supplied)}` : `M${x(i)} ${y(supplied)}`}H${x(i + 1)}`;
  });
  return (
    <svg
      className="spark"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
      focusable="false"
    >
      <path className="spark-band" d={`${area}H${WIDTH}V${FOOT}Z`} />
      <path className="spark-line" d={line} />
    </svg>
  );
};
