// The tables of directions for the mutation score: the same rows as in directions.spec.test.ts, many to a test, so that
// a mutant that lives costs a fraction of a second. Run by vitest.mutation.config.ts alone.
import { describe, expect, it } from "vitest";
import { DIRECTIONS_AT_EDGES } from "./directions.edge-table.ts";
import { MESSY_DIRECTIONS } from "./directions.messy-table.ts";
import { DIRECTIONS_SPECIFICATION } from "./directions.spec-table.ts";
import { DIRECTIONS_WRITTEN_UNSEEN } from "./directions.unseen-table.ts";
import { say } from "./directions.say.ts";
import { readDirections } from "./read.ts";

const ROWS = [
  ...DIRECTIONS_SPECIFICATION.flatMap(({ rows }) => rows),
  ...MESSY_DIRECTIONS,
  ...DIRECTIONS_WRITTEN_UNSEEN,
  ...DIRECTIONS_AT_EDGES,
];
const TO_A_TEST = 200;

describe("the tables of directions", () => {
  it.each(Array.from({ length: Math.ceil(ROWS.length / TO_A_TEST) }, (_, piece) => piece))("piece %i", (piece) => {
    const other = ROWS.slice(piece * TO_A_TEST, (piece + 1) * TO_A_TEST).find(
      ([text, reading]) => say(readDirections(text)) !== reading,
    );
    expect(other).toBeUndefined();
  });
});
