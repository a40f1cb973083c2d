import { describe, expect, it } from "vitest";
import { say } from "../directions.say.ts";
import { readDirections } from "../read.ts";

describe("a change that is meant for later", () => {
  it.each(["reduce when pain improves", "aim to reduce at next review", "titrate up if tolerated"])(
    "leaves the dose beside it: %s",
    (change) => {
      expect(say(readDirections(`2 tabs tds, ${change}`))).toBe("6 tablet");
    },
  );

  it.each(["reduce when pain improves to 1 bd", "reduce if drowsy", "aim to reduce by 1 in may"])(
    "is refused with a number, or a reason to take less: %s",
    (change) => {
      expect(say(readDirections(`2 tabs tds, ${change}`))).toMatch(/^refused/);
    },
  );
});
