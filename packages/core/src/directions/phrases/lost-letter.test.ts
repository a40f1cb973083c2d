import { describe, expect, it } from "vitest";
import { tokenise } from "../text/tokens.ts";
import { readLostLetter } from "./lost-letter.ts";

const refuses = (text: string, word: string): boolean => {
  const tokens = tokenise(text);
  return (
    readLostLetter(
      tokens,
      tokens.findIndex((token) => token.word === word),
    ) !== null
  );
};

describe("a word that lost a letter", () => {
  it.each([
    ["1 mane to at night", "to"],
    ["on or two bd", "on"],
    ["half to on tds", "on"],
    ["5ml for hourly", "for"],
    ["1 qds as red", "as"],
    ["1 mane + note", "note"],
    ["max 4 does a day", "does"],
  ])("%s: %s may be a number or a need", (text, word) => {
    expect(refuses(text, word)).toBe(true);
  });

  it.each([
    ["1 to be taken daily", "to"],
    ["1 tablet on mondays", "on"],
    ["apply to every joint", "to"],
    ["1 bd for pain", "for"],
    ["1 bd as directed", "as"],
    ["put on patch", "on"],
  ])("%s: %s is itself", (text, word) => {
    expect(refuses(text, word)).toBe(false);
  });
});
