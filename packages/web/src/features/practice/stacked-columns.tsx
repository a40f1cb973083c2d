import { useWidth } from "../../ui/use-width.ts";

interface Column {
  readonly key: string;
  readonly label: string;
  readonly says: string;
  readonly parts: readonly number[];
}

const [HEIGHT, LEFT, FOOT, TOP] = [290, 40, 28, 24];
/** Of a date below a column, with air round it. */
const LABEL = 88;
const STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10_000];

const ticksTo = (most: number): readonly number[] => {
  const step = STEPS.find((one) => one * 5 >= most) ?? Math.ceil(most / 5);
  return Array.from({ length: Math.max(1, Math.ceil(most / step)) + 1 }, (_, i) => i * step);
};

/** Columns of parts over time. The numbers stand in a table beside it: the drawing is for the eye alone. */
export const StackedColumns = ({ columns, axis }: { readonly columns: readonly Column[]; readonly axis: string }) => {
  const { element, width } = useWidth(960);
  const ticks = ticksTo(Math.max(1, ...columns.map(({ parts }) => parts.reduce((sum, part) => sum + part, 0))));
  const top = ticks.at(-1)!;
  const y = (people: number): number => HEIGHT - FOOT - (people / top) * (HEIGHT - FOOT - TOP);
  const step = (width - LEFT) / columns.length;
  const every = Math.max(1, Math.ceil(LABEL / step));
  return (
    <div ref={element} className="columns">
      <svg height={HEIGHT} width={width} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true" focusable="false">
        {ticks.map((people) => (
          <g key={people}>
            <line className="rule" x1={LEFT} x2={width} y1={y(people)} y2={y(people)} />
            <text x={LEFT - 8} y={y(people) + 4} textAnchor="end">
              {people}
            </text>
          </g>
        ))}
        <text className="axis" x={LEFT - 8} textAnchor="start" y={TOP - 12}>
          {axis}
        </text>
        {columns.map(({ key, label, says, parts }, i) => {
          let below = 0;
          const x = LEFT + i * step + step * 0.14;
          return (
            <g key={key}>
              <title>{says}</title>
              {parts.map((people, band) => {
                below += people;
                const height = y(below - people) - y(below);
                return (
                  <rect key={band} className={`band-${band}`} x={x} y={y(below)} width={step * 0.72} height={height} />
                );
              })}
              {(columns.length - 1 - i) % every === 0 && (
                <text
                  x={x + step * 0.36}
                  y={HEIGHT - 8}
                  textAnchor={i === columns.length - 1 ? "end" : "middle"}
                  dx={i === columns.length - 1 ? step * 0.36 : 0}
                >
                  {label}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
};
