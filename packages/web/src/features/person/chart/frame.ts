import { linear, type Scale } from "./scale.ts";

const ROW = 17;
/** For the marks of events, between their texts and the plot. */
const MARKS = 16;
const AXIS = 30;
const LANE = 32;

/** Where everything on the chart lies, in px. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly foot: number;
  readonly labelRows: number;
  readonly x: Scale;
  readonly day: (x: number) => number;
}

interface Given {
  readonly width: number;
  readonly from: number;
  readonly to: number;
  readonly events: number;
  readonly bars: number;
}

/** A narrow chart has less room for words, and is a little lower. */
const isNarrow = (width: number): boolean => width < 520;

export const frameOf = ({ width, from, to, events, bars }: Given): Frame => {
  const narrow = isNarrow(width);
  const labelRows = Math.min(narrow ? 2 : 3, events);
  const [left, right] = [44, width - 58];
  const top = Math.max(labelRows * ROW + MARKS, 24) + 4;
  const foot = top + (narrow ? 180 : 216);
  return {
    width,
    height: foot + AXIS + bars * LANE + 2,
    left,
    right,
    top,
    foot,
    labelRows,
    x: linear(from, to + 1, left, right),
    day: (x) => Math.max(from, Math.min(to, Math.floor(linear(left, right, from, to + 1)(x)))),
  };
};

/** The base line of the text of an event in a row, counted from the plot upwards. */
export const rowBase = ({ top }: Frame, row: number): number => top - MARKS - row * ROW - 3;

/** Where the name of a bar beneath the chart stands, and the bar. */
export const laneTop = ({ foot }: Frame, lane: number): number => foot + AXIS + lane * LANE;
