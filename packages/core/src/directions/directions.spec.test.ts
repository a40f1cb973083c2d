import { describe, expect, it } from "vitest";
import { DIRECTIONS_SPECIFICATION } from "./directions.spec-table.ts";
import { DIRECTIONS_AT_EDGES } from "./directions.edge-table.ts";
import { MESSY_DIRECTIONS } from "./directions.messy-table.ts";
import { DIRECTIONS_WRITTEN_UNSEEN } from "./directions.unseen-table.ts";
import { readDirections } from "./read.ts";
import { say } from "./directions.say.ts";

describe.each(DIRECTIONS_SPECIFICATION)("$rule", ({ rows }) => {
  it.each(rows)("%s -> %s", (text, reading) => {
    expect(say(readDirections(text))).toBe(reading);
  });
});

describe("as prescribers write", () => {
  it.each(MESSY_DIRECTIONS)("%s -> %s", (text, reading) => {
    expect(say(readDirections(text))).toBe(reading);
  });
});

describe("as people write who have not seen the reader", () => {
  it.each(DIRECTIONS_WRITTEN_UNSEEN)("%s -> %s", (text, reading) => {
    expect(say(readDirections(text))).toBe(reading);
  });
});

describe("at the edges of the rules", () => {
  it.each(DIRECTIONS_AT_EDGES)("%s -> %s", (text, reading) => {
    expect(say(readDirections(text))).toBe(reading);
  });
});
