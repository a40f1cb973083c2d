import { describe, expect, it } from "vitest";
import { say } from "../directions.say.ts";
import { readDirections } from "../read.ts";

describe("the shorthand for at night", () => {
  it.each([
    ["2 tabs on", "2 tablet"],
    ["5mg mane and 10mg on", "15 mg"],
  ])("%s is at night", (text, reading) => {
    expect(say(readDirections(text))).toBe(reading);
  });

  it.each([
    ["open one capsule and sprinkle on porridge bd", "2 capsule"],
    ["one patch on Monday", "1/7 patch"],
  ])("%s is a plain word", (text, reading) => {
    expect(say(readDirections(text))).toBe(reading);
  });
});
