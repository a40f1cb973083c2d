import type { Person } from "@concord/exchange/api";
import { useTranslation } from "react-i18next";
import { sayMg, useWords } from "../../words/use-words.ts";
import type { Frame } from "./frame.ts";
import { spread } from "./place-labels.ts";
import { dateTicks, type Scale } from "./scale.ts";

interface AxesProps {
  readonly frame: Frame;
  readonly y: Scale;
  readonly ticks: readonly number[];
  readonly from: number;
  readonly to: number;
}

export const Axes = ({ frame, y, ticks, from, to }: AxesProps) => {
  const { t } = useTranslation("person");
  const { sayShortMonth } = useWords();
  const { left, right, foot } = frame;
  return (
    <g className="axes">
      {ticks.map((mg) => (
        <g key={mg}>
          <line className="grid-line" x1={left} x2={right} y1={y(mg)} y2={y(mg)} />
          <text x={left - 8} y={y(mg) + 4.5} textAnchor="end">
            {sayMg(mg)}
          </text>
        </g>
      ))}
      <text x="0" y={foot + 19}>
        {t("chart.unit")}
      </text>
      {dateTicks(from, to, Math.max(2, Math.floor((right - left) / 76))).map(({ day, iso, yearOnly }) => {
        const atEnd = frame.x(day) > right - 30;
        return (
          <g key={day}>
            <line className="tick-line" x1={frame.x(day)} x2={frame.x(day)} y1={foot} y2={foot + 6} />
            <text x={frame.x(day) + (atEnd ? -2 : 2)} y={foot + 19} textAnchor={atEnd ? "end" : "start"}>
              {yearOnly ? iso.slice(0, 4) : sayShortMonth(iso)}
            </text>
          </g>
        );
      })}
    </g>
  );
};

interface MarksProps {
  readonly marks: Person["marks"];
  readonly frame: Frame;
  readonly y: Scale;
}

/** The doses at which guidance says to stop and think; their sources stand in the key. */
export const Marks = ({ marks, frame, y }: MarksProps) => {
  const { t } = useTranslation("person");
  const heights = spread(
    marks.map(({ mg }) => y(mg)),
    15,
  );
  return marks.map(({ mg }, i) => (
    <g key={mg} className="mark">
      <path d={`M${frame.left} ${y(mg)}H${frame.right}L${frame.right + 6} ${heights[i]!}`} />
      <text x={frame.right + 8} y={heights[i]! + 4.5}>
        {t("chart.mark", { mg: sayMg(mg) })}
      </text>
    </g>
  ));
};
