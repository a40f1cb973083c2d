import { describe, expect, it } from "vitest";
import { normalise } from "../text/normalise.ts";
import { tokenise } from "../text/tokens.ts";
import { readClosingRemark } from "./closing-remark.ts";
import type { Before } from "./in-context.ts";

const behindDose: Before = { amountWaits: false, amountSeen: true, clockSeen: false, said: "rate", last: "times" };
const read = (text: string, before = behindDose): number | undefined =>
  readClosingRemark(tokenise(normalise(text)), 0, before)?.next;

describe("a remark that closes a text", () => {
  it.each(["try to reduce", "while on nsaids", "pt has own stock of 5mg", "not later", "never stop abruptly, see gp"])(
    "%s says nothing about the dose",
    (text) => {
      expect(read(text)).toBeGreaterThan(1);
    },
  );

  it.each([
    "try to reduce to 1 bd",
    "while on holiday",
    "has own stock of 5mg prn",
    "not later than 8pm",
    "try to reduce, half if drowsy",
  ])("%s may change it", (text) => {
    expect(read(text)).toBeUndefined();
  });

  it("stands behind a whole dose only", () => {
    expect(read("try to reduce", { ...behindDose, said: "nothing" })).toBeUndefined();
    expect(read("try to reduce", { ...behindDose, amountWaits: true })).toBeUndefined();
  });
});
