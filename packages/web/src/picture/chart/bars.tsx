import { useTranslation } from "react-i18next";
import { laneTop, type Frame } from "./frame.ts";
import type { Bar } from "./levels.ts";
import { textWidth } from "./text-width.ts";

/** What is shown beneath the dose and never in it. */
export const Bars = ({ bars, frame }: { readonly bars: readonly Bar[]; readonly frame: Frame }) => {
  const { t, i18n } = useTranslation("person");
  return bars.map((bar, lane) => {
    const top = laneTop(frame, lane);
    const kind = bar.kind === "companion" ? `class.${bar.class ?? "other"}` : `bar.${bar.kind}`;
    const says =
      i18n.exists(`person:${kind}`) && t(kind) !== bar.name
        ? t("bar.named", { name: bar.name, kind: t(kind) })
        : bar.name;
    const start = frame.x(bar.spans[0]![0]);
    const fits = start + textWidth(says) <= frame.right;
    return (
      <g key={`${bar.kind}${bar.name}`} className="lane">
        <line x1={frame.left} x2={frame.right} y1={top + 19.5} y2={top + 19.5} className="lane-line" />
        <text x={fits ? start : frame.right} y={top + 10} textAnchor={fits ? "start" : "end"}>
          {says}
        </text>
        {bar.spans.map(([from, to]) => (
          <rect
            key={from}
            className={`lane-bar lane-${bar.kind === "companion" ? (bar.class ?? "other") : bar.kind}`}
            x={frame.x(from)}
            y={top + 15}
            width={Math.max(2, frame.x(to) - frame.x(from))}
            height="9"
            rx="2"
          />
        ))}
      </g>
    );
  });
};
