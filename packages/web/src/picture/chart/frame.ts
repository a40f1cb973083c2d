import { linear, type Scale } from "./scale.ts";

const ROW = 17;
/** For the signs of events, between their texts and the plot. */
const SIGNS = 16;
const AXIS = 30;
const LANE = 32;
const LEFT = 52;
const RIGHT = 64;
/** What the plot leaves free on both sides, for doses at the left and marks at the right. */
export const BESIDE_PLOT = LEFT + RIGHT;

/** How days lie across a chart of a width. */
export interface Across {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly x: Scale;
  readonly day: (x: number) => number;
}

/** Where everything on the chart lies, in px. */
export interface Frame extends Across {
  readonly height: number;
  readonly top: number;
  readonly foot: number;
}

/** A narrow chart has less room for words, and is a little lower. */
export const isNarrow = (width: number): boolean => width < 520;

export const across = (width: number, from: number, to: number): Across => {
  const [left, right] = [LEFT, width - RIGHT];
  const back = linear(left, right, from, to + 1);
  return {
    width,
    left,
    right,
    x: linear(from, to + 1, left, right),
    day: (x) => Math.max(from, Math.min(to, Math.floor(back(x)))),
  };
};

export const frameOf = (
  over: Across,
  { labelRows, lanes }: { readonly labelRows: number; readonly lanes: number },
): Frame => {
  const top = labelRows * ROW + SIGNS + 4;
  const foot = top + (isNarrow(over.width) ? 180 : 216);
  return { ...over, height: foot + AXIS + lanes * LANE + 2, top, foot };
};

/** The base line of the text of an event in a row, counted from the plot upwards. */
export const rowBase = ({ top }: Frame, row: number): number => top - SIGNS - row * ROW - 3;

/** Where the name of a bar beneath the chart stands, and the bar. */
export const laneTop = ({ foot }: Frame, lane: number): number => foot + AXIS + lane * LANE;
