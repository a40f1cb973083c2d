import type { Level, Point } from "./levels.ts";
import type { Scale } from "./scale.ts";

const px = (value: number): string => value.toFixed(1);

/** The band from least to most, one outline a stretch; where both are alike its own stroke shows it. */
export const bandPath = (levels: readonly Level[], x: Scale, y: Scale): string =>
  levels
    .filter(({ max }) => max > 0)
    .map(({ from, to, min, max }) => `M${px(x(from))} ${px(y(max))}H${px(x(to))}V${px(y(min))}H${px(x(from))}Z`)
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
