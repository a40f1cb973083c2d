import { expect, test } from "vitest";
import { chanceOf } from "./chance.ts";
import { FUZZED_READERS } from "./readers/all.ts";
import { tryInput } from "./try-input.ts";

/** For each hundredth of the inputs; `npm run fuzz` tries many more. */
const FOR_EACH_SHARE = 40;
const SEED = 20_261_127;

test("the shares of the readers add up", () => {
  expect(FUZZED_READERS.reduce((sum, { share }) => sum + share, 0)).toBe(100);
});

test.each(FUZZED_READERS)("spoilt input neither breaks, holds up nor silently shortens $name", async (reader) => {
  const chance = chanceOf(SEED);
  for (let tried = 0; tried < reader.share * FOR_EACH_SHARE; tried++) {
    const input = reader.spoil(chance);
    const found = await tryInput(reader, input);
    expect(found, `input ${tried} of seed ${SEED}: ${input.toString("latin1", 0, 500)}`).toBeNull();
  }
});
