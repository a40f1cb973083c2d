import type { Level, Point } from "./levels.ts";
import type { Scale } from "./scale.ts";

const px = (value: number): string => value.toFixed(1);

/** A band is at least this high, so that a dose with no play in it is seen as one. */
const LEAST_PX = 5;

type Band = Pick<Level, "from" | "to" | "min" | "max">;

/** Stretches with the same band as one, whatever was supplied in them. */
const bandsOf = (levels: readonly Level[]): readonly Band[] => {
  const bands: Band[] = [];
  for (const { from, to, min, max } of levels) {
    const last = bands.at(-1);
    if (last !== undefined && last.to === from && last.min === min && last.max === max)
      bands[bands.length - 1] = { ...last, to };
    else if (max > 0) bands.push({ from, to, min, max });
  }
  return bands;
};

/** The band from least to most, one outline a stretch. */
export const bandPath = (levels: readonly Level[], x: Scale, y: Scale): string =>
  bandsOf(levels)
    .map(({ from, to, min, max }) => {
      const more = Math.max(0, LEAST_PX - (y(min) - y(max))) / 2;
      return `M${px(x(from))} ${px(y(max) - more)}H${px(x(to))}V${px(y(min) + more)}H${px(x(from))}Z`;
    })
    .join("");

/** What was supplied as a line with steps, interrupted where it is not known. */
export const suppliedPath = (points: readonly Point[], x: Scale, y: Scale): string => {
  let path = "";
  let drawing = false;
  for (const { from, to, supplied } of points) {
    if (supplied === null) {
      drawing = false;
      continue;
    }
    path += drawing ? `V${px(y(supplied))}` : `M${px(x(from))} ${px(y(supplied))}`;
    path += `H${px(x(to))}`;
    drawing = true;
  }
  return path;
};
