import type { RegisterRow } from "@concord/exchange/api";
import { dayOf } from "../../words/dates.ts";

const [WIDTH, HEIGHT] = [120, 28];
const FOOT = HEIGHT - 1;
const DAYS = Math.round(5 * 365.25);

/**
 * A dose over the last five years in the height of a line: most as directed as an area, supplied as a line. The
 * changes come from the service; between them nothing is smoothed.
 */
export const Sparkline = ({ spark, asOf }: { readonly spark: RegisterRow["spark"]; readonly asOf: string }) => {
  const end = dayOf(asOf) + 1;
  const from = end - DAYS;
  const top = Math.max(1, ...spark.map(([, most, supplied]) => Math.max(most, supplied)));
  const x = (day: number): number => Math.round(((Math.max(day, from) - from) / DAYS) * WIDTH * 10) / 10;
  const y = (mg: number): number => Math.round((FOOT - (mg / top) * (HEIGHT - 3)) * 10) / 10;
  const at = (i: number): number => (i < spark.length ? x(spark[i]![0]) : WIDTH);
  let area = `M0 ${FOOT}`;
  let line = "";
  spark.forEach(([, most, supplied], i) => {
    area += `H${at(i)}V${y(most)}`;
    if (supplied === 0) return;
    const before = i > 0 && spark[i - 1]![2] > 0;
    line += `${before ? `V${y(supplied)}` : `M${at(i)} ${y(supplied)}`}H${at(i + 1)}`;
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
